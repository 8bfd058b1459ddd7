package io.campaignpulse.events.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.priority.PriorityScore.Kind;
import io.campaignpulse.events.priority.PriorityScore.Reason;
import io.campaignpulse.events.views.CustomerActivity.Response;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorityScoreTest {
  private static final long NOW = 1_000_000_000_000L;
  private static final long MINUTE = 60_000;
  private static final long DAY = 1_440 * MINUTE;
  private static final PriorityWeights WEIGHTS =
      PriorityWeights.newBuilder().setWeightsId("CURRENT").build();

  private static PriorityScore score(double percentile, Signals signals) {
    return PriorityScore.of(WEIGHTS, percentile, signals, NOW);
  }

  private static Signals cart(long minutesAgo) {
    return new Signals(null, NOW - minutesAgo * MINUTE, null, null, null, List.of());
  }

  @Test
  void isTheSumOfItsReasonsGreatestFirst() {
    var signals =
        new Signals(
            NOW - 10 * MINUTE,
            NOW - 15 * MINUTE,
            NOW - DAY / 2,
            NOW - DAY / 4,
            NOW - 5 * DAY,
            List.of(new Response("K", NOW - DAY, NOW + DAY, 1)));
    var score = score(97.34, signals);
    assertThat(score.reasons())
        .containsExactly(
            new Reason(Kind.VALUE, 48.7),
            new Reason(Kind.OPEN_COMPLAINT, 15),
            new Reason(Kind.CAMPAIGN_RESPONSE, 8),
            new Reason(Kind.ABANDONED_CART, 6),
            new Reason(Kind.ABANDONED_CALL, 3.8),
            new Reason(Kind.PRODUCT_VIEW, 3.3),
            new Reason(Kind.REPEATED_CALL, 2.5));
    assertThat(score.score())
        .isEqualTo(score.reasons().stream().mapToDouble(Reason::points).sum(), within(1e-9));
  }

  @Test
  void reachesAHundredAndNoMore() {
    var signals =
        new Signals(NOW, NOW, NOW, NOW, NOW, List.of(new Response("K", NOW, NOW, 1), response(9)));
    assertThat(score(100, signals).score()).isEqualTo(100);
  }

  @Test
  void pointsThatAreRoundedUpLeadNoFurtherThanAHundred() {
    var weights =
        PriorityWeights.newBuilder(WEIGHTS)
            .setValue(30.06)
            .setCart(10.06)
            .setProductView(10.06)
            .setCampaignResponse(10.06)
            .setComplaint(20)
            .setRepeatedCall(10)
            .setAbandonedCall(9.76)
            .build();
    var signals = new Signals(NOW, NOW, NOW, NOW, NOW, List.of(new Response("K", NOW, NOW, 1)));
    var score = PriorityScore.of(weights, 100.0, signals, NOW);
    assertThat(score.score()).isEqualTo(100);
    assertThat(score.reasons()).hasSize(7);
    assertThat(score.reasons().stream().mapToDouble(Reason::points).sum())
        .isEqualTo(100, within(1e-9));
  }

  @Test
  void theGreatestReasonIsStillTheFirstWhenItGivesWayToTheHundred() {
    var weights =
        PriorityWeights.newBuilder(WEIGHTS)
            .setValue(33.35)
            .setCart(33.35)
            .setProductView(0)
            .setCampaignResponse(33.3)
            .setComplaint(0)
            .setRepeatedCall(0)
            .setAbandonedCall(0)
            .build();
    var signals = new Signals(null, NOW, null, null, null, List.of(new Response("K", NOW, NOW, 1)));
    var score = PriorityScore.of(weights, 100.0, signals, NOW);
    assertThat(score.score()).isEqualTo(100);
    assertThat(score.reasons())
        .isSortedAccordingTo(Comparator.comparingDouble(Reason::points).reversed());
  }

  @Test
  void saysItsReasonsInWordsTooWhichAreNotReadBack() throws Exception {
    var reason = new Reason(Kind.UNKNOWN_CALLER, 25);
    var json = Json.MAPPER.writeValueAsString(reason);
    assertThat(json)
        .isEqualTo("{\"reason\":\"UNKNOWN_CALLER\",\"points\":25.0,\"text\":\"unknown caller\"}");
    assertThat(Json.MAPPER.readValue(json, Reason.class)).isEqualTo(reason);
    assertThat(Json.MAPPER.readValue("{\"reason\":\"VALUE\",\"points\":1}", Reason.class))
        .isEqualTo(new Reason(Kind.VALUE, 1));
  }

  private static Response response(long daysAhead) {
    return new Response("L", NOW, NOW + daysAhead * DAY, 1);
  }

  @Test
  void fadesWithTheTimeThatPasses() {
    assertThat(score(0, cart(0)).score()).isEqualTo(12);
    assertThat(score(0, cart(15)).score()).isEqualTo(6);
    assertThat(score(0, cart(30)).reasons()).isEmpty();
    assertThat(score(0, cart(-5)).score()).isEqualTo(12);
  }

  @Test
  void forgetsACampaignThatIsOverAndAComplaintOfLongAgo() {
    var over = List.of(new Response("K", NOW - 9 * DAY, NOW - 1, 1));
    assertThat(score(0, new Signals(null, null, null, null, NOW - 30 * DAY, over)).reasons())
        .isEmpty();
    assertThat(score(0, new Signals(null, null, null, null, NOW - 29 * DAY, over)).score())
        .isEqualTo(15);
  }

  @Test
  void ofAnUnknownCallerIsTheDefault() {
    assertThat(PriorityScore.unknown(WEIGHTS))
        .isEqualTo(new PriorityScore(25, List.of(new Reason(Kind.UNKNOWN_CALLER, 25))));
  }

  @Test
  void ofAStrangerWithAPastIsTheDefaultAndWhatTheyDid() {
    var score = PriorityScore.of(WEIGHTS, null, cart(15), NOW);
    assertThat(score.score()).isEqualTo(25 + 6);
    assertThat(score.reasons())
        .containsExactly(new Reason(Kind.UNKNOWN_CALLER, 25), new Reason(Kind.ABANDONED_CART, 6));
  }

  @Test
  void givesOfACampaignTheShareItHasAndOfSeveralTheGreatest() {
    var weak = new Response("K", NOW, NOW + DAY, .25);
    var half = new Response("L", NOW, NOW + DAY, .5);
    var over = new Response("M", NOW - DAY, NOW - 1, 1);
    assertThat(score(0, responding(weak)).score()).isEqualTo(2);
    assertThat(score(0, responding(weak, half, over)).score()).isEqualTo(4);
  }

  private static Signals responding(Response... responses) {
    return new Signals(null, null, null, null, null, List.of(responses));
  }
}
