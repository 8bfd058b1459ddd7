package io.campaignpulse.simulators.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** Tells of those who come of their own accord, more by day than by night. */
final class OrganicStories {
  /** Rarely, as there are so many of them: a queue of strangers would show no priority. */
  private static final double STRANGERS_CALL = 0.02;

  private final String world;
  private final long seed;
  private final WorldSettings settings;
  private final Company company;
  private final People people;
  private final Behaviour behaviour;

  OrganicStories(String world, long seed, WorldSettings settings, Company company, People people) {
    this.world = world;
    this.seed = seed;
    this.settings = settings;
    this.company = company;
    this.people = people;
    this.behaviour = new Behaviour(company);
  }

  /** The stories that begin in one second. */
  void tell(long second, Instant at, Consumer<Emission> out) {
    var busy = company.hours().get(at.atZone(ZoneOffset.UTC).getHour());
    var chance = Chance.of(seed, 3, second);
    var customers = chance.count(settings.organicPerSecond() * busy);
    var strangers = chance.count(settings.prospectsPerSecond() * busy);
    for (int i = 0; i < customers + strangers; i++) {
      var id = world + (i < customers ? "own-" : "new-") + second + "-" + i;
      var own = Chance.of(seed, 4, second, i);
      var story = new Story(id, at.plusMillis(own.between(0, 1000)), own, settings, out);
      if (i < customers) {
        tellOfCustomer(story);
      } else {
        tellOfStranger(story);
      }
    }
  }

  private void tellOfCustomer(Story story) {
    var person = people.person(story.chance().below(settings.customers()));
    var motive = new Behaviour.Motive(null, Behaviour.MAIN_NUMBER, null, 0.15 * person.value());
    behaviour.turnsToCompany(story, Party.of(person, story), motive, story.begins(), 0.35);
  }

  private void tellOfStranger(Story story) {
    var motive = new Behaviour.Motive(null, Behaviour.MAIN_NUMBER, null, 0.02);
    behaviour.turnsToCompany(story, Party.stranger(story), motive, story.begins(), STRANGERS_CALL);
  }
}
