package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Topics;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import io.campaignpulse.simulators.replay.Replay;
import io.campaignpulse.simulators.replay.ReplayOptions;
import io.campaignpulse.simulators.replay.ReplayPlan;
import io.campaignpulse.simulators.replay.ReplaySummary;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.embedded.Await;
import io.campaignpulse.standalone.truth.Figures;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/** A running system as seen from outside: its HTTP, its Kafka and its Redis. */
final class Pulse implements AutoCloseable {
  static final Currency USD = Currency.getInstance("USD");
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Versions follow the clock. */
  private static final long A_SECOND = 1_000;

  /** What the jobs read, by the consumer group that commits how far. */
  private static final Map<String, List<String>> READ =
      Map.of("pulse-events", Topics.events(), "pulse-reference", List.of("campaigns", "customers"));

  private final URI address;
  private final KafkaSide kafka;
  private final RedisSide redis;

  Pulse(Endpoints ends, URI address) {
    this.address = address;
    this.kafka = new KafkaSide(ends.kafka());
    this.redis = new RedisSide(ends.redisUri());
  }

  KafkaSide kafka() {
    return kafka;
  }

  RedisSide redis() {
    return redis;
  }

  Http http() {
    return new Http(address);
  }

  URI address() {
    return address;
  }

  PulseClient client() {
    return new PulseClient(address);
  }

  ReplaySummary replay(ReplayPlan plan) {
    return new Replay(plan, client(), ReplayOptions.MAX).run((sent, total, perSecond) -> {});
  }

  /**
   * Returns once a checkpoint's barrier has passed behind all that Kafka has. It takes its time: a
   * source that waits for more commits its positions only every ten seconds.
   */
  void awaitCheckpointOfAll() throws TimeoutException {
    for (var group : READ.entrySet()) {
      Await.until(PATIENCE, () -> kafka.hasRead(group.getKey(), group.getValue()));
    }
  }

  /** All figures in the serving store become these, minutes included, and stay so. */
  void assertServes(Map<String, RecountedCampaign> recounted) throws TimeoutException {
    Await.until(PATIENCE, () -> redis.eventsCounted() == kafka.size(Topics.events()));
    var expected = Figures.of(recounted.values());
    try {
      Await.until(PATIENCE, () -> redis.figures(recounted.keySet()).equals(expected));
    } catch (TimeoutException different) {
      assertThat(differences(expected, redis.figures(recounted.keySet()))).isEmpty();
    }
    awaitSignOfLife();
    assertThat(differences(expected, redis.figures(recounted.keySet()))).isEmpty();
  }

  /** Returns once the jobs have written again, which they do every second. */
  void awaitSignOfLife() throws TimeoutException {
    var version = redis.version();
    Await.until(PATIENCE, () -> redis.version() > version + A_SECOND);
  }

  private static Map<String, String> differences(
      Map<String, Tally> expected, Map<String, Tally> found) {
    var places = new TreeSet<>(expected.keySet());
    places.addAll(found.keySet());
    var differences = new TreeMap<String, String>();
    for (var place : places) {
      if (!Objects.equals(expected.get(place), found.get(place))) {
        differences.put(place, found.get(place) + " and not " + expected.get(place));
      }
    }
    return differences;
  }

  @Override
  public void close() {
    kafka.close();
    redis.close();
  }
}
