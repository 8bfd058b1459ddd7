package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceDoor;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.WebVisit;
import io.campaignpulse.simulators.target.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Currency USD = Currency.getInstance("USD");

  private static World world(long seed) {
    return new World(seed, START, WorldSettings.DEMO);
  }

  private static List<Emission> until(World world, Instant from, Instant end) {
    var all = new ArrayList<Emission>();
    var emissions = world.emissions(from);
    for (var next = emissions.next(); next.due().isBefore(end); next = emissions.next()) {
      all.add(next);
    }
    return all;
  }

  private static List<String> told(List<Emission> emissions) {
    return emissions.stream().map(e -> e.due() + " " + Outgoing.event(e.event())).toList();
  }

  @Test
  void theSameSeedTellsTheSame() {
    var end = START.plusSeconds(1_800);
    assertThat(told(until(world(1), START, end))).isEqualTo(told(until(world(1), START, end)));
    assertThat(told(until(world(2), START, end))).isNotEqualTo(told(until(world(1), START, end)));
  }

  /** Fixed once and for all: another value means that seeds no longer mean what they did. */
  @Test
  void theSeedMeansTheSameOnEveryMachine() {
    var lines =
        until(world(1), START, START.plusSeconds(600)).stream()
            .map(e -> e.due() + " " + e.eventId() + " " + e.event().get(2))
            .toList();
    assertThat(lines.hashCode()).isEqualTo(1211907619);
  }

  @Test
  void goesOnFromAnyInstantAsIfItHadNeverStopped() {
    var small =
        new WorldSettings(
            800, 0, 0.1, Duration.ofHours(1), 0.02, 0.3, 0.02, Duration.ofMinutes(5), 0.01);
    var whole = until(new World(1, START, small), START, START.plusSeconds(6 * 3_600));
    for (var from : List.of(START.plusSeconds(77), START.plusSeconds(5 * 3_600 + 1))) {
      var rest = until(new World(1, START, small), from, START.plusSeconds(6 * 3_600));
      assertThat(told(rest))
          .isEqualTo(told(whole.stream().filter(e -> !e.due().isBefore(from)).toList()));
    }
  }

  @Test
  void sendsInOrderOfDueTimeAndNothingBeforeItHappened() {
    var emissions = until(world(1), START, START.plusSeconds(3_600));
    assertThat(emissions).extracting(Emission::due).isSorted();
    assertThat(emissions).allMatch(e -> !e.due().isBefore(occurredAt(e.event())));
    var late = emissions.stream().filter(e -> e.due().isAfter(occurredAt(e.event()))).count();
    assertThat((double) late / emissions.size()).isBetween(0.01, 0.04);
    var ids = emissions.stream().map(Emission::eventId).collect(Collectors.toSet());
    var repeats = emissions.size() - ids.size();
    assertThat((double) repeats / emissions.size()).isCloseTo(0.005, within(0.003));
  }

  @Test
  void tellsOfCallsSoonAsTheyWouldSeemToWait() {
    var calls =
        until(world(1), START, START.plusSeconds(24 * 3_600)).stream()
            .filter(e -> e.type() == EventType.CALL && e.copy() == 0)
            .map(e -> Duration.between(occurredAt(e.event()), e.due()))
            .toList();
    assertThat(calls).hasSizeGreaterThan(1_000).allMatch(late -> late.toMillis() <= 2_000);
    assertThat(calls).anyMatch(late -> late.toMillis() > 0);
  }

  @Test
  void isLivelyButCalm() {
    var day = until(world(1), START, START.plusSeconds(3_600));
    assertThat(day.size() / 3_600.0).isBetween(30.0, 60.0);
    var types = new EnumMap<EventType, Integer>(EventType.class);
    day.forEach(e -> types.merge(e.type(), 1, Integer::sum));
    assertThat(types.keySet())
        .contains(
            EventType.CAMPAIGN_CONTACT,
            EventType.CALL,
            EventType.WEB_VISIT,
            EventType.SALE,
            EventType.INTERACTION);
  }

  @Test
  void fewerCallAndVisitByNight() {
    var night = new World(1, Instant.parse("2026-03-02T01:00:00Z"), WorldSettings.DEMO);
    assertThat(visits(night)).isLessThan(visits(world(1)) / 2);
  }

  /** Wherever on earth somebody looks at it, and whenever. */
  @Test
  void somebodyCallsAtAnyHour() {
    var night = new World(1, Instant.parse("2026-03-02T01:00:00Z"), WorldSettings.DEMO);
    assertThat(until(night, night.start(), night.start().plusSeconds(3_600)))
        .anyMatch(e -> e.event() instanceof Call call && call.getPhase() == CallPhase.QUEUED);
  }

  private static long visits(World world) {
    return until(world, world.start(), world.start().plusSeconds(1_800)).stream()
        .filter(e -> e.event() instanceof WebVisit)
        .count();
  }

  @Test
  void differentWorldsShareNoIds() {
    var one = new HashSet<String>();
    until(world(1), START, START.plusSeconds(60)).forEach(e -> one.add(e.eventId()));
    assertThat(until(world(2), START, START.plusSeconds(60)))
        .noneMatch(e -> one.contains(e.eventId()));
    var later = new World(1, START.plusSeconds(60), WorldSettings.DEMO);
    assertThat(until(later, START, START.plusSeconds(120)))
        .isNotEmpty()
        .noneMatch(e -> one.contains(e.eventId()));
  }

  @Test
  void everythingPassesTheDoor() throws InvalidRecordException {
    var world = world(1);
    var references = new ReferenceDoor(USD);
    for (var campaign : world.campaigns(START.plus(Duration.ofDays(3)))) {
      assertThat(campaign.getSimulated()).isTrue();
      references.admit(ReferenceKind.CAMPAIGNS, campaign);
    }
    for (var customer : world.customers().subList(0, 500)) {
      references.admit(ReferenceKind.CUSTOMERS, customer);
    }
    for (var product : world.products()) {
      references.admit(ReferenceKind.PRODUCTS, product);
    }
    for (var offer : world.offers()) {
      references.admit(ReferenceKind.OFFERS, offer);
    }
    var door = new Door(USD);
    for (var emission : until(world, START, START.plusSeconds(600))) {
      door.admit(emission.event(), emission.due());
    }
  }

  @Test
  void nobodyHearsFromTwoCampaignsWithinAResponseWindow() {
    var small =
        new WorldSettings(4_000, 0, 0.25, Duration.ofMinutes(30), 0, 0, 0, Duration.ZERO, 0);
    var world = new World(5, START, small);
    var last = new HashMap<String, Instant>();
    var met = 0;
    for (var emission : until(world, START, START.plusSeconds(20_000))) {
      if (emission.event() instanceof CampaignContact contact
          && contact.getStatus().name().equals("SENT")) {
        var customer = contact.getCustomer().getCustomerId();
        var before = last.put(customer, contact.getOccurredAt());
        if (before != null) {
          met++;
          assertThat(Duration.between(before, contact.getOccurredAt()))
              .isGreaterThan(small.responseWindow());
        }
      }
    }
    assertThat(met).isGreaterThan(1_000);
  }

  @Test
  void fewWantToBeSparedAndTheyAre() {
    var world = world(1);
    var spared = new HashSet<String>();
    var notCalled = new HashSet<String>();
    for (var customer : world.customers()) {
      if (customer.getMarketingOptOut()) {
        spared.add(customer.getCustomerId());
      }
      if (customer.getDoNotCall()) {
        notCalled.add(customer.getCustomerId());
      }
    }
    SampleMean.ofShare(spared.size(), world.settings().customers()).isNear(0.03);
    SampleMean.ofShare(notCalled.size(), world.settings().customers()).isNear(0.05);
    for (var emission : until(world, START, START.plusSeconds(3_600))) {
      if (emission.event() instanceof CampaignContact contact) {
        var who = contact.getCustomer().getCustomerId();
        assertThat(spared.contains(who)).isFalse();
        assertThat(contact.getChannel().equals("CALL") && notCalled.contains(who)).isFalse();
      }
    }
  }

  @Test
  void customersHaveBirthdaysAndSomeAreValued() {
    var customers = world(1).customers();
    assertThat(customers.stream().filter(c -> c.getBirthday() != null).count())
        .isBetween(45_000L, 57_000L);
    assertThat(customers.stream().filter(c -> c.getTags().contains("vip")).count())
        .isBetween(900L, 1_500L);
  }

  @Test
  void aNextWaveIsACampaignOfItsOwn() {
    var world = world(1);
    var first = world.campaigns(START);
    assertThat(first).hasSize(8);
    var end = first.get(0).getEndsAt();
    assertThat(world.campaigns(end)).hasSize(8);
    var both = world.campaigns(end.plusMillis(1));
    assertThat(both).hasSize(16).extracting("campaignId").doesNotHaveDuplicates();
    assertThat(both.get(8).getStartsAt()).isEqualTo(end);
    assertThat(both.get(8).getCampaignCodes())
        .doesNotContainAnyElementsOf(first.get(0).getCampaignCodes());
  }

  private static Instant occurredAt(SpecificRecord event) {
    return (Instant) event.get(event.getSchema().getField("occurredAt").pos());
  }
}
