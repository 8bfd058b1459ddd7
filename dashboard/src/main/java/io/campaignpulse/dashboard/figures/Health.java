package io.campaignpulse.dashboard.figures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.views.Arrivals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Says how the parts are and how much came in. */
public final class Health {
  /** The jobs write at least once a second while they live. */
  private static final Duration SILENT_AFTER = Duration.ofSeconds(5);

  private final EventLog log;
  private final FigureStore figures;
  private final Currency currency;
  private final boolean simulated;
  private final Clock clock;
  private final Throughput throughput = new Throughput();

  public Health(
      EventLog log, FigureStore figures, Currency currency, boolean simulated, Clock clock) {
    this.log = log;
    this.figures = figures;
    this.currency = currency;
    this.simulated = simulated;
    this.clock = clock;
  }

  public ObjectNode now() {
    var arrivals = Optional.<Arrivals>empty();
    var redisUp = true;
    try {
      arrivals = figures.arrivals();
    } catch (StoreUnavailableException e) {
      redisUp = false;
    }
    return write(arrivals, redisUp);
  }

  private ObjectNode write(Optional<Arrivals> arrivals, boolean redisUp) {
    var asOf = arrivals.map(Arrivals::asOf).map(Instant::ofEpochMilli);
    var jobsUp = asOf.isPresent() && asOf.get().plus(SILENT_AFTER).isAfter(clock.instant());
    var kafkaUp = log.reachable();
    var catchingUp = arrivals.map(Arrivals::catchingUp).orElse(false);
    var up = kafkaUp && redisUp && jobsUp;
    var health = JsonNodeFactory.instance.objectNode();
    health.put("status", up ? (catchingUp ? "CATCHING_UP" : "UP") : "DEGRADED");
    var parts = health.putObject("parts");
    parts.putObject("kafka").put("status", word(kafkaUp));
    parts.putObject("redis").put("status", word(redisUp));
    parts
        .putObject("jobs")
        .put("status", redisUp ? word(jobsUp) : "UNKNOWN")
        .put("asOf", asOf.map(Instant::toString).orElse(null));
    arrivals(health, arrivals);
    health.put("currency", currency.getCurrencyCode()).put("simulated", simulated);
    health.put("eventsPerSecond", jobsUp ? throughput.perSecond(arrivals.get()) : 0.0);
    return health;
  }

  private static void arrivals(ObjectNode health, Optional<Arrivals> arrivals) {
    var newest = arrivals.map(Arrivals::newestEvent).map(Instant::ofEpochMilli);
    health.put("eventTime", newest.map(Instant::toString).orElse(null));
    if (arrivals.map(Arrivals::catchingUp).orElse(false)) {
      health.putNull("deadLetters").putNull("lateEvents");
    } else {
      var total = total(arrivals);
      health.put("deadLetters", total.deadLetters()).put("lateEvents", total.late());
    }
  }

  /** The sum over the topics. */
  public static Arrivals.Count total(Optional<Arrivals> arrivals) {
    return arrivals
        .map(seen -> seen.byTopic().values().stream())
        .map(counts -> counts.reduce(Arrivals.Count.NONE, Arrivals.Count::plus))
        .orElse(Arrivals.Count.NONE);
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
