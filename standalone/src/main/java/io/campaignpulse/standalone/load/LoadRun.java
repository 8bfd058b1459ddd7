package io.campaignpulse.standalone.load;

import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.simulators.load.LoadPlan;
import io.campaignpulse.simulators.load.LoadReport;
import io.campaignpulse.simulators.load.OpenLoad;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.standalone.Stages;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** Sends a steady load to a running system, and measures how soon a viewer sees it. */
public final class LoadRun {
  private static final int SENDERS = 4;
  private static final long SETTLE_MILLIS = 60_000;

  private LoadRun() {}

  /**
   * What is sent.
   *
   * @param seed events of one seed are the same events: a second run needs another
   */
  public record Load(
      long seed, double eventsPerSecond, Duration duration, int campaigns, int customers) {
    long events() {
      return (long) (eventsPerSecond * duration.toNanos() / 1e9);
    }
  }

  @SuppressWarnings("try") // the watch works by itself until it is closed
  public static void run(Load load, URI to, Stages stages) throws InterruptedException {
    var client = new PulseClient(to);
    prepare(load, client);
    var visibility = new Visibility();
    var before = new AtomicLong(-1);
    try (var watch =
        FrameWatch.open(
            to,
            plan(load).prefix(),
            count -> {
              before.compareAndSet(-1, count);
              visibility.shows(count - before.get(), System.nanoTime());
            })) {
      stages.say(
          "Sending %,d events at %,.0f a second".formatted(load.events(), load.eventsPerSecond()));
      var report = send(load, client, visibility);
      var all = visibility.awaitAll(SETTLE_MILLIS);
      tell(report, visibility, all, stages);
    }
  }

  private static void prepare(Load load, PulseClient client) {
    new OpenLoad(plan(load), client, SENDERS).prepare();
  }

  private static LoadPlan plan(Load load) {
    return new LoadPlan(
        load.seed(), Instant.now(), load.eventsPerSecond(), load.campaigns(), load.customers());
  }

  private static LoadReport send(Load load, PulseClient client, Visibility visibility) {
    var plan = plan(load);
    for (long n = 0; n < load.events(); n++) {
      if (!(plan.event(n) instanceof CampaignContact)) {
        visibility.plan((long) (n * 1e9 / load.eventsPerSecond()));
      }
    }
    var now = plan(load);
    visibility.begin(System.nanoTime());
    return new OpenLoad(now, client, SENDERS).run(load.events());
  }

  private static void tell(LoadReport report, Visibility seen, boolean all, Stages stages) {
    stages.say(
        "Accepted %,d of %,.0f a second offered (%,.0f a second achieved); refused %,d"
            .formatted(
                report.accepted(),
                report.offeredPerSecond(),
                report.achievedPerSecond(),
                report.rejected()));
    stages.say(
        "Seen by the viewer: %,d of %,d interactions%s"
            .formatted(seen.shown(), seen.planned(), all ? "" : " -- the rest did not come"));
    stages.say("From intended send time to          answer        viewer's frame");
    for (var percentile : new double[] {50, 75, 90, 95, 99, 99.9, 100}) {
      stages.say(
          "  %6s %%                   %9.1f ms         %9.1f ms"
              .formatted(
                  percentile == 100 ? "max" : trimmed(percentile),
                  millis(report.answered(), percentile),
                  millis(seen.micros(), percentile)));
    }
  }

  private static String trimmed(double percentile) {
    return percentile == Math.rint(percentile)
        ? Long.toString((long) percentile)
        : Double.toString(percentile);
  }

  private static double millis(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
