package io.campaignpulse.standalone;

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

/** A data set that was read; sends it to a running system, and tells how it goes. */
final class Replaying implements Parts.Replay {
  private final ReplayRequest request;
  private final ReplayPlan read;

  private Replaying(ReplayRequest request, ReplayPlan read) {
    this.request = request;
    this.read = read;
  }

  /** Reads the data set; refuses one that is not as its mapping says. */
  static Replaying of(ReplayRequest request, Currency currency) {
    return new Replaying(request, request.data().read(currency));
  }

  @Override
  public long sendTo(URI to, Stages stages) {
    stages.say("Replaying " + read.name() + ": " + read.about());
    read.skipped().forEach(row -> stages.say("  left out: " + row));
    var plan = request.at() == ReplayRequest.At.NOW ? read.endingAt(Instant.now()) : read;
    try {
      var summary = send(plan, request, to, stages);
      tell(summary, stages);
      return summary.rejected();
    } catch (TargetException failure) {
      throw new Refusal("replay: " + failure.getMessage(), failure);
    }
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
