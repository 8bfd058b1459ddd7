package io.campaignpulse.standalone.load;

import io.campaignpulse.simulators.load.LoadPlan;
import io.campaignpulse.standalone.embedded.Await;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Holds what a system answers against the recount of what was sent to it. */
final class Recounting {
  /** Contacts are not among what was waited for: they may come a moment later. */
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(20);

  /** Differences that are the same for so long will stay. */
  private static final Duration STEADY = Duration.ofSeconds(5);

  private Recounting() {}

  /**
   * The differences that stay.
   *
   * @param early the plan as its campaigns and probes were sent
   * @param sent the plan as its events were sent
   * @param callsToo whether the queue had no other calls
   */
  static List<String> differences(
      Load load, LoadPlan early, LoadPlan sent, Rest rest, boolean callsToo) {
    var currency = Currency.getInstance(rest.get("health").path("currency").asText());
    var expected =
        new PlanRecount(sent, currency)
            .of(early.probes(), load.events(), early.referenceCampaigns())
            .values();
    var answers = new Answers(rest, currency);
    var from = early.start().minus(load.mix().lateBy()).truncatedTo(ChronoUnit.MINUTES);
    var to = sent.dueAt(load.events()).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    var calls = CallsRecount.of(sent, load.events());
    var queues = new QueueAnswers(rest);
    return settled(
        () -> {
          var all = new ArrayList<>(answers.differences(expected, from, to));
          all.addAll(callsToo ? queues.differences(calls, Duration.between(from, to)) : List.of());
          return all;
        });
  }

  private static List<String> settled(Supplier<? extends List<String>> differences) {
    var last = new AtomicReference<List<String>>();
    var since = new AtomicLong();
    try {
      Await.until(
          SETTLED_WITHIN,
          () -> {
            var now = differences.get();
            if (!now.equals(last.getAndSet(now))) {
              since.set(System.nanoTime());
            }
            return now.isEmpty() || System.nanoTime() - since.get() > STEADY.toNanos();
          });
    } catch (TimeoutException stillChanging) {
      // those of now are as good as any
    }
    return last.get();
  }
}
