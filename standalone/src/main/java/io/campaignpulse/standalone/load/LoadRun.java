package io.campaignpulse.standalone.load;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.simulators.load.LoadPlan;
import io.campaignpulse.simulators.load.LoadReport;
import io.campaignpulse.simulators.load.OpenLoad;
import io.campaignpulse.simulators.load.Wire;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.standalone.Refusal;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.Watch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Sends a steady load to a running system, and measures how soon its results are seen. */
public final class LoadRun<T> {
  private static final int SENDERS = 4;
  private static final long KNOWN_WITHIN_MILLIS = 60_000;
  private static final long SETTLE_MILLIS = 60_000;
  private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(100);

  /** Events are written out ahead for so long before the first is sent. */
  private static final Duration AHEAD = Duration.ofSeconds(3);

  private final Load load;
  private final URI system;
  private final Optional<String> redisUri;
  private final Wire<T> wire;
  private final Rest rest;
  private final Visibility known = new Visibility(0);
  private final Visibility stored;
  private final Visibility framed;
  private final Decisions decisions;
  private final Backlog backlog = new Backlog();
  private final Runnable onceTimed;
  private boolean timed;

  private LoadRun(
      Load load, URI system, Optional<String> redisUri, Wire<T> wire, Runnable onceTimed) {
    this.load = load;
    this.system = system;
    this.redisUri = redisUri;
    this.wire = wire;
    this.rest = new Rest(system);
    this.stored = new Visibility(load.warmUp().toNanos());
    this.framed = new Visibility(load.warmUp().toNanos());
    this.decisions = new Decisions(LoadPlan.QUEUE, load.warmUp().toNanos());
    this.onceTimed = onceTimed;
  }

  /**
   * Sends by the way in that a company uses, HTTP.
   *
   * @param redisUri where results are watched; without it, over REST
   */
  public static LoadResult run(Load load, URI system, Optional<String> redisUri, Stages stages)
      throws InterruptedException {
    return run(load, system, redisUri, Wire.http(new PulseClient(system)), () -> {}, stages);
  }

  /**
   * Sends by another way in.
   *
   * @param onceTimed is run when the timed part has begun, within a tenth of a second
   */
  public static <T> LoadResult run(
      Load load,
      URI system,
      Optional<String> redisUri,
      Wire<T> wire,
      Runnable onceTimed,
      Stages stages)
      throws InterruptedException {
    return new LoadRun<>(load, system, redisUri, wire, onceTimed).run(stages);
  }

  @SuppressWarnings("try") // the watches work by themselves until they are closed
  private LoadResult run(Stages stages) throws InterruptedException {
    var early = load.plan(Instant.now());
    refuseKnownSeed(early);
    var callsToo = new QueueAnswers(rest).none();
    try (var frames = FrameWatch.open(system, early.prefix(), shown(framed));
        var results = watchResults(early.prefix())) {
      makeKnown(early);
      var before = Refused.of(rest.get("health"));
      var plan = load.plan(Instant.now().plus(AHEAD));
      stages.say(load.words());
      var report = send(plan);
      var all = stored.awaitAll(SETTLE_MILLIS) && framed.awaitAll(SETTLE_MILLIS);
      stages.say(all ? "All is shown; recounting" : "Not all is shown; recounting");
      var differences = Recounting.differences(load, early, plan, rest, callsToo);
      var refused = Refused.of(rest.get("health")).since(before);
      return new LoadResult(
          load,
          report,
          redisUri.isPresent(),
          stored.micros(),
          framed.micros(),
          redisUri.map(uri -> decisions.micros()),
          decisions.missed(),
          stored.planned(),
          Math.min(stored.shown(), framed.shown()),
          refused.deadLetters(),
          refused.late(),
          backlog.growth(),
          all && backlog.keptUp(),
          callsToo,
          differences);
    }
  }

  private void refuseKnownSeed(LoadPlan plan) {
    if (rest.get("campaigns/" + plan.prefix() + "1/metrics").has("campaignId")) {
      throw new Refusal(
          "--seed: a load of seed %d was sent to this system before, and repeats don't count"
              .formatted(load.seed()));
    }
  }

  private ResultWatch watchResults(String prefix) throws InterruptedException {
    return redisUri.isPresent()
        ? RedisWatch.open(redisUri.get(), prefix, shown(stored), decisions)
        : new RestWatch(rest, prefix, shown(stored));
  }

  /** Each campaign has one interaction from before the load. */
  private LongConsumer shown(Visibility visibility) {
    return count -> {
      var now = System.nanoTime();
      visibility.shows(count - load.mix().campaigns(), now);
      if (visibility == framed) {
        known.shows(count, now);
      }
    };
  }

  /** Defines the campaigns and waits until a visit to each is shown. */
  private void makeKnown(LoadPlan plan) throws InterruptedException {
    for (int i = 0; i < load.mix().campaigns(); i++) {
      known.plan(0);
    }
    var client = new PulseClient(system);
    client.reference(ReferenceKind.CAMPAIGNS, plan.referenceCampaigns());
    client.events(plan.probes());
    if (!known.awaitAll(KNOWN_WITHIN_MILLIS)) {
      throw new Refusal(
          "load: after %d s only %,d of %,d campaigns are counted"
              .formatted(KNOWN_WITHIN_MILLIS / 1000, known.shown(), known.planned()));
    }
  }

  @SuppressWarnings("try") // samples are taken until it is closed
  private LoadReport send(LoadPlan plan) throws InterruptedException {
    for (long n = 0; n < load.events(); n++) {
      if (plan.adds(n)) {
        stored.plan(plan.nanosUntil(n));
        framed.plan(plan.nanosUntil(n));
      }
      if (plan.queues(n)) {
        decisions.plan(plan.prefix() + n, plan.nanosUntil(n));
      }
    }
    var begins = System.nanoTime() + Duration.between(Instant.now(), plan.start()).toNanos();
    stored.begin(begins);
    framed.begin(begins);
    decisions.begin(begins);
    try (var samples = Watch.every(BETWEEN_SAMPLES, "load-backlog", () -> sample(begins))) {
      return new OpenLoad<>(plan, wire, SENDERS).run(load.warmUpEvents(), load.events(), begins);
    }
  }

  private void sample(long begun) {
    var now = System.nanoTime();
    if (now - begun >= load.warmUp().toNanos()) {
      if (!timed) {
        timed = true;
        onceTimed.run();
      }
      backlog.sample((now - begun) / 1e9, stored.behindNanos(now) / 1e9);
    }
  }
}
