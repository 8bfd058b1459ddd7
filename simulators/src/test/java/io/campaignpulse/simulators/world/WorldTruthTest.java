package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.simulators.recount.Recount;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One whole wave of a world, measured by a recount: what is found must be near what is true. */
class WorldTruthTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  /** A small company in which a wave takes a day. */
  private static final WorldSettings SETTINGS =
      new WorldSettings(
          16_000, 0, 0.2, Duration.ofHours(2), 0.025, 0.02, 0.02, Duration.ofMinutes(10), 0.005);

  private static World world;
  private static Map<String, RecountedCampaign> counted;

  @BeforeAll
  static void measure() {
    world = new World(7, START, SETTINGS);
    var events = new ArrayList<SpecificRecord>();
    var emissions = world.emissions();
    var end = world.campaigns(START).get(0).getEndsAt();
    for (var next = emissions.next();
        next.due().isBefore(end.plus(SETTINGS.horizon()));
        next = emissions.next()) {
      events.add(next.event());
    }
    counted =
        Recount.of(events, world.campaigns(end), world.customers(), Currency.getInstance("USD"));
  }

  @Test
  void responseRatesAreNearTheTruth() {
    for (var truth : world.truth(START)) {
      if (!truth.variant().equals(Theme.CONTROL)) {
        var row = counted.get(truth.campaignId()).byVariant().get(truth.variant());
        var contacted = row.get(Figure.CONTACTED);
        assertThat((double) row.get(Figure.RESPONDERS) / contacted)
            .as(truth.campaignId() + " " + truth.variant())
            .isCloseTo(truth.responseRate(), within(error(truth.responseRate(), contacted)));
      }
    }
  }

  @Test
  void theControlGroupsShowTheBaseline() {
    long assigned = 0;
    long reacted = 0;
    for (var campaign : world.campaigns(START)) {
      var row = counted.get(campaign.getCampaignId()).byVariant().get(Theme.CONTROL);
      assigned += row.get(Figure.ASSIGNED);
      reacted += row.get(Figure.REACTED);
      assertThat(row.get(Figure.CONTACTED)).isZero();
    }
    var baseline = world.truth(START).get(0).baseline();
    assertThat((double) reacted / assigned).isCloseTo(baseline, within(error(baseline, assigned)));
  }

  @Test
  void customersAreAssignedInThePlannedShares() {
    for (var campaign : world.campaigns(START)) {
      var found = counted.get(campaign.getCampaignId());
      var all = found.total(Figure.ASSIGNED);
      for (var planned : campaign.getPlannedShares()) {
        var share = (double) found.byVariant().get(planned.getVariant()).get(Figure.ASSIGNED) / all;
        assertThat(share)
            .as(campaign.getCampaignId() + " " + planned.getVariant())
            .isCloseTo(planned.getShare(), within(error(planned.getShare(), all)));
      }
      assertThat(campaign.getPlannedShares()).hasSize(found.byVariant().size());
    }
  }

  @Test
  void oneCampaignBeatsItsPlanOneFailsAndOneHasNoEffect() {
    assertThat(rate("coffee-launch")).isGreaterThan(1.3 * planned("coffee-launch"));
    assertThat(rate("washer-trade-in")).isLessThan(0.6 * planned("washer-trade-in"));
    var newsletter =
        world.truth(START).stream()
            .filter(truth -> truth.campaignId().equals("kitchen-newsletter"))
            .toList();
    assertThat(newsletter).hasSize(3).allMatch(truth -> truth.lift() <= 0);
    assertThat(counted.values())
        .allSatisfy(c -> assertThat(rate(c.campaignId())).isBetween(0.015, 0.16));
  }

  @Test
  void peopleAlsoBuyAndBringBack() {
    var coffee = counted.get("coffee-launch");
    assertThat(coffee.total(Figure.CONVERTERS)).isPositive();
    assertThat(coffee.total(Figure.DIRECT_RESPONDERS))
        .isBetween(1L, coffee.total(Figure.RESPONDERS) - 1);
    assertThat(coffee.total(Figure.REVENUE)).isPositive();
    assertThat(coffee.minutes().values()).anyMatch(m -> m.get(Figure.REVENUE) < 0);
    assertThat(coffee.bySegment()).containsKeys("Families", "Seniors");
  }

  private static double rate(String campaignId) {
    var row = counted.get(campaignId);
    return (double) row.total(Figure.RESPONDERS) / row.total(Figure.CONTACTED);
  }

  private static double planned(String campaignId) {
    return world.campaigns(START).stream()
        .filter(c -> c.getCampaignId().equals(campaignId))
        .findFirst()
        .orElseThrow()
        .getPlannedResponseRate();
  }

  /** Four standard errors. */
  private static double error(double rate, long n) {
    return 4 * Math.sqrt(rate * (1 - rate) / n);
  }
}
