package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.ContactStatus;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells what becomes of each contact of each campaign. */
final class ContactStories {
  private final String world;
  private final long seed;
  private final Schedule schedule;
  private final WorldSettings settings;
  private final Company company;
  private final People people;
  private final Behaviour behaviour;

  ContactStories(
      String world,
      long seed,
      Schedule schedule,
      WorldSettings settings,
      Company company,
      People people) {
    this.world = world;
    this.seed = seed;
    this.schedule = schedule;
    this.settings = settings;
    this.company = company;
    this.people = people;
    this.behaviour = new Behaviour(company);
  }

  /** The story of one turn of one theme, if it begins within these times and meets anybody. */
  void tell(int number, long turn, Instant from, Instant to, Consumer<Emission> out) {
    var theme = company.campaigns().get(number);
    var chance = Chance.of(seed, 2, number, turn);
    var turnMillis = (long) (1000 / settings.contactsPerSecond());
    var begins = schedule.begins(turn).plusMillis(chance.between(0, turnMillis));
    if (begins.isBefore(from) || !begins.isBefore(to) || !chance.holds(theme.coverage())) {
      return;
    }
    var customer = schedule.customer(number, turn);
    if (!people.consent(customer).allows(theme.channel())) {
      return;
    }
    var wave = schedule.wave(turn);
    var story =
        new Story("%s%s-%d".formatted(world, theme.id(), turn), begins, chance, settings, out);
    var contact =
        new Told(
            story,
            theme,
            people.person(customer),
            schedule.campaignId(number, wave),
            theme.variant(chance.even()));
    contact.status(ContactStatus.SENT, begins);
    if (!contact.variant().equals(Theme.CONTROL)) {
      goesOn(contact, schedule.code(number, wave), schedule.dialIn(number, wave));
    }
  }

  private void goesOn(Told contact, String code, String dialIn) {
    var chance = contact.story().chance();
    var at = contact.story().begins().plusMillis(chance.between(1_000, 15_000));
    if (chance.holds(contact.theme().bounces())) {
      contact.status(ContactStatus.BOUNCED, at);
      return;
    }
    contact.status(ContactStatus.DELIVERED, at);
    var rate = contact.theme().variants().get(contact.variant());
    var responds = chance.holds(rate * contact.person().propensity());
    var seen = contact.isRead(responds, at);
    if (responds) {
      responds(contact, seen, code, dialIn);
    }
  }

  /** Most name the campaign; some come back by themselves, which only their contact explains. */
  private void responds(Told contact, Instant seen, String code, String dialIn) {
    var story = contact.story();
    var chance = story.chance();
    var latest = story.begins().plusMillis(settings.responseWindow().toMillis() * 9 / 10);
    var wanted = seen.plusMillis((long) (1000 * chance.waiting(contact.theme().typicalDelay())));
    var at = wanted.isBefore(latest) ? wanted : latest;
    var direct = chance.holds(0.75);
    var buys = Math.min(0.9, contact.theme().orders() * contact.person().value());
    var motive =
        new Behaviour.Motive(
            direct ? code : null,
            direct ? dialIn : Behaviour.MAIN_NUMBER,
            contact.theme().category(),
            buys);
    var calls = contact.theme().channel().equals("EMAIL") ? 0.12 : 0.45;
    behaviour.turnsToCompany(story, Party.of(contact.person(), story), motive, at, calls);
  }

  /** One contact as it is being told. */
  private record Told(Story story, Theme theme, Person person, String campaignId, String variant) {

    void status(ContactStatus status, Instant at) {
      var event = new CampaignContact();
      event.setContactId("contact-" + story.id());
      event.setCampaignId(campaignId);
      event.setVariant(variant);
      event.setChannel(theme.channel());
      event.setStatus(status);
      story.tell(event, at, person.byId());
    }

    /** When it is read, which for e-mail shows. */
    Instant isRead(boolean responds, Instant delivered) {
      var chance = story.chance();
      if (!theme.channel().equals("EMAIL") || !(responds || chance.holds(0.3))) {
        return delivered;
      }
      var opened = delivered.plusMillis((long) (1000 * Math.min(3_600, chance.waiting(200))));
      status(ContactStatus.OPENED, opened);
      if (responds || chance.holds(0.1)) {
        status(ContactStatus.CLICKED, opened.plusMillis(chance.between(2_000, 30_000)));
      } else if (chance.holds(0.015)) {
        status(ContactStatus.UNSUBSCRIBED, opened.plusMillis(chance.between(5_000, 60_000)));
      }
      return opened.plusMillis(30_000);
    }
  }
}
