package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.Topics;
import io.campaignpulse.standalone.embedded.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real data at its original times, from the files to the figures that people read. */
class CompleteJourneyIT {
  @TempDir Path data;

  private final Cards cards = new Cards(Journey.PLAN.events(), Journey.PLAN.customers());

  @Test
  void showsTheKnownFiguresAndARepeatedReplayChangesNothing() throws Exception {
    try (var local = LocalPulse.start(data, LocalPulse.DEFAULT_LATENESS)) {
      var pulse = local.pulse();
      assertThat(pulse.replay(Journey.PLAN).rejected()).isZero();
      assertShowsTheKnownFigures(pulse);
      var health = pulse.http().get("health");
      assertThat(health.path("status").asText()).isEqualTo("UP");
      assertThat(health.path("deadLetters").asLong()).isZero();
      assertThat(health.path("lateEvents").asLong()).isZero();
      cards.awaitPurchases(pulse);
      cards.awaitTiers(pulse);
      cards.assertFit(pulse, LocalDate.of(2017, 6, 30));
      assertTiersAddUp(pulse);
      awaitCellsThatAddUp(pulse);
      assertListsWhatItIsMadeOf(pulse);
      cards.awaitContactedByTier(pulse, "18");

      assertThat(pulse.replay(Journey.PLAN).rejected()).isZero();
      pulse.awaitCheckpointOfAll();
      assertShowsTheKnownFigures(pulse);
      assertThat(pulse.http().get("health").path("deadLetters").asLong()).isZero();
      assertOnlyForgottenEventsAreLate(pulse);
      awaitCellsThatAddUp(pulse);
      cards.awaitServed(pulse);
    }
  }

  private static void assertShowsTheKnownFigures(Pulse pulse) throws Exception {
    pulse.assertServes(Journey.RECOUNTED);
    assertShown(pulse, "18", 1133, 214);
    assertShown(pulse, "13", 1077, 196);
    assertShown(pulse, "8", 1076, 158);
    assertThat(pulse.http().get("campaigns")).hasSize(Journey.RECOUNTED.size());
  }

  private static void assertTiersAddUp(Pulse pulse) throws Exception {
    var metrics = pulse.http().get("campaigns/18/metrics");
    for (var figure : List.of("contacted", "directResponders", "orders")) {
      var sum = 0L;
      for (var tier : metrics.path("byTier")) {
        sum += tier.path(figure).asLong();
      }
      assertThat(sum).as(figure).isEqualTo(metrics.at("/totals/" + figure).asLong());
    }
    assertThat(metrics.at("/byTier/A/contacted").asLong()).isPositive();
  }

  /** Cells come a moment after the totals, which they are the parts of. */
  private static void awaitCellsThatAddUp(Pulse pulse) throws Exception {
    for (var campaign : Journey.RECOUNTED.keySet()) {
      var totals = pulse.redis().campaign(campaign).orElseThrow().totals();
      Await.until(Pulse.PATIENCE, () -> pulse.redis().cells(campaign).equals(totals));
    }
  }

  /** Of campaign 18 the newest contacts and direct responses, each a customer's. */
  private static void assertListsWhatItIsMadeOf(Pulse pulse) throws Exception {
    Await.until(
        Pulse.PATIENCE,
        () -> pulse.http().read("campaigns/18/breakdown").path("orders").size() == 20);
    var breakdown = pulse.http().get("campaigns/18/breakdown");
    assertThat(breakdown.path("contacts")).hasSize(20);
    var last = "";
    for (var order : breakdown.path("orders")) {
      assertThat(order.path("customerId").asText()).isNotEmpty();
      assertThat(last.isEmpty() || order.path("at").asText().compareTo(last) <= 0).isTrue();
      last = order.path("at").asText();
    }
  }

  private static void assertShown(Pulse pulse, String campaign, int contacted, int responders)
      throws Exception {
    var totals = pulse.http().get("campaigns/" + campaign + "/metrics").path("totals");
    assertThat(totals.path("contacted").asInt()).isEqualTo(contacted);
    assertThat(totals.path("directResponders").asInt()).isEqualTo(responders);
  }

  /** A repeat of what the history has left behind can't be told from a new event: it is late. */
  private static void assertOnlyForgottenEventsAreLate(Pulse pulse) throws Exception {
    var events = Journey.PLAN.events();
    var newest = Journey.PLAN.at(events.size() - 1);
    var forgotten = newest.minus(LocalPulse.HISTORY).plus(Duration.ofDays(1));
    for (var late : pulse.kafka().read(Topics.LATE_EVENTS)) {
      var at = Json.MAPPER.readTree(late.value()).path("at").asLong();
      assertThat(at).isLessThan(forgotten.toEpochMilli());
    }
  }
}
