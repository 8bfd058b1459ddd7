package io.campaignpulse.standalone;

import io.campaignpulse.simulators.replay.MappingException;
import io.campaignpulse.simulators.replay.Replay;
import io.campaignpulse.simulators.replay.ReplayOptions;
import io.campaignpulse.simulators.replay.ReplayPlan;
import io.campaignpulse.simulators.replay.ReplaySummary;
import io.campaignpulse.simulators.target.Patience;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.simulators.target.TargetException;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;

/** Sends a data set to a running system, and tells how it goes. */
final class Replaying {
  private Replaying() {}

  static void run(ReplayRequest request, URI to, Currency currency, Stages stages)
      throws Exception {
    try {
      var plan = stages.run("Data set read", () -> plan(request, currency));
      stages.say("Replaying " + plan.name() + ": " + plan.about());
      plan.skipped().forEach(row -> stages.say("  left out: " + row));
      tell(send(plan, request, to, stages), stages);
    } catch (MappingException | TargetException e) {
      throw new Refusal("replay: " + e.getMessage());
    }
  }

  private static ReplayPlan plan(ReplayRequest request, Currency currency) {
    var plan =
        request
            .name()
            .map(name -> ReplayPlan.bundled(name, currency))
            .orElseGet(
                () -> ReplayPlan.of(request.mapping().orElseThrow(), request.files(), currency));
    return request.at() == ReplayRequest.At.NOW ? plan.endingAt(Instant.now()) : plan;
  }

  private static ReplaySummary send(ReplayPlan plan, ReplayRequest request, URI to, Stages stages) {
    var client =
        new PulseClient(
            to,
            Patience.DEFAULT,
            (reason, wait) ->
                stages.say("  " + reason + "; trying again in " + wait.toMillis() + " ms"));
    var options =
        new ReplayOptions(
            request.speed().orElse(Double.POSITIVE_INFINITY),
            ReplayOptions.MAX.batch(),
            ReplayOptions.MAX.inFlight(),
            ReplayOptions.MAX.overtaking());
    try (var bar = new Bar(stages)) {
      return new Replay(plan, client, options).run(bar::show);
    }
  }

  private static void tell(ReplaySummary summary, Stages stages) {
    stages.say(
        "Replayed %,d records in %.1f s (%,.0f a second); %,d were refused"
            .formatted(
                summary.accepted(),
                summary.took().toMillis() / 1000.0,
                summary.perSecond(),
                summary.rejected()));
    summary.reasons().forEach(reason -> stages.say("  refused: " + reason));
  }

  /** A progress bar that begins once the size of the work is known. */
  private static final class Bar implements AutoCloseable {
    private final Stages stages;
    private Progress progress;

    private Bar(Stages stages) {
      this.stages = stages;
    }

    private synchronized void show(long sent, long total, double perSecond) {
      if (progress == null) {
        progress = stages.progress("Replaying", total);
      }
      progress.done(sent);
    }

    @Override
    public synchronized void close() {
      if (progress != null) {
        progress.close();
      }
    }
  }
}
