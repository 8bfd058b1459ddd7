package io.campaignpulse.standalone.load;

import io.campaignpulse.simulators.load.LoadPlan;
import io.campaignpulse.standalone.embedded.Await;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Holds what a system answers against the recount of what was sent to it. */
final class Recounting {
  /** Contacts are not among what was waited for: they may come a moment later. */
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(20);

  private Recounting() {}

  /**
   * The differences that stay.
   *
   * @param early the plan as its campaigns and probes were sent
   * @param sent the plan as its events were sent
   */
  static List<String> differences(Load load, LoadPlan early, LoadPlan sent, Rest rest) {
    var currency = Currency.getInstance(rest.get("health").path("currency").asText());
    var expected =
        new PlanRecount(sent, currency)
            .of(early.probes(), load.events(), early.referenceCampaigns())
            .values();
    var answers = new Answers(rest, currency);
    var from = early.start().minus(load.mix().lateBy()).truncatedTo(ChronoUnit.MINUTES);
    var to = sent.dueAt(load.events()).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    try {
      Await.until(SETTLED_WITHIN, () -> answers.differences(expected, from, to).isEmpty());
      return List.of();
    } catch (TimeoutException different) {
      return answers.differences(expected, from, to);
    }
  }
}
