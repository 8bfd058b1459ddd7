package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.standalone.Endpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Queues a call of another customer twenty times a second, at fixed times, and looks when it can be
 * read what to offer them.
 */
final class OfferProbe implements AutoCloseable {
  private static final long EVERY_NANOS = 50_000_000;
  private static final long LOOK_NANOS = 4_000_000;
  private static final long GIVEN_UP_NANOS = 60_000_000_000L;
  private static final long LONGEST_MICROS = 60_000_000;
  private static final String QUEUE = "probe";

  /** The longer one has waited the less often it is looked for: by a tenth of what it waited. */
  private static final int LOOKS = 10;

  private record Asked(String customer, long dueNanos, long lookNanos) {
    Asked later(long now) {
      return new Asked(customer, dueNanos, now + (now - dueNanos) / LOOKS);
    }
  }

  private final KafkaWire wire;
  private final RedisClient redis;
  private final long warmUpNanos;
  private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
  private List<Asked> awaited = new ArrayList<>();
  private final Thread thread = new Thread(this::probe, "offer-probe");
  private volatile boolean stopped;
  private int undecided;

  OfferProbe(Endpoints ends, Duration warmUp) {
    this.wire = new KafkaWire(ends.kafka());
    this.redis = RedisClient.create(ends.redisUri());
    this.warmUpNanos = warmUp.toNanos();
  }

  void start() {
    thread.start();
  }

  /** Returns how long it took, in microseconds, once all is seen that will be. */
  Histogram stop() throws InterruptedException {
    stopped = true;
    thread.join();
    return micros;
  }

  /** Calls for which nothing was ever decided. */
  int undecided() {
    return undecided;
  }

  private void probe() {
    long begun = System.nanoTime();
    long last = begun;
    for (long n = 0; !stopped || !awaited.isEmpty(); ) {
      long now = System.nanoTime();
      if (!stopped && now - begun >= n * EVERY_NANOS) {
        queue("probe-" + n, begun + n++ * EVERY_NANOS);
      }
      look(begun);
      if (stopped && now - last > GIVEN_UP_NANOS) {
        undecided += awaited.size();
        return;
      }
      last = stopped ? last : now;
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void queue(String customer, long dueNanos) {
    var call =
        Call.newBuilder()
            .setEventId("queued-" + customer)
            .setOccurredAt(Instant.now())
            .setCustomer(CustomerRef.newBuilder().setCustomerId(customer).build())
            .setCallId("call-" + customer)
            .setPhase(CallPhase.QUEUED)
            .setQueue(QUEUE)
            .setDialledNumber("+18005550100")
            .build();
    wire.send(List.of(wire.write(call)));
    awaited.add(new Asked(customer, dueNanos, dueNanos));
  }

  private void look(long begun) {
    var now = System.nanoTime();
    var rest = new ArrayList<Asked>();
    for (var asked : awaited) {
      if (asked.lookNanos() > now) {
        rest.add(asked);
      } else if (!decided(asked)) {
        rest.add(asked.later(now));
      } else if (asked.dueNanos() - begun >= warmUpNanos) {
        var waited = (System.nanoTime() - asked.dueNanos()) / 1_000;
        micros.recordValue(Math.min(LONGEST_MICROS, waited));
      }
    }
    awaited = rest;
  }

  /** What an overloaded Redis does not answer in time is asked again. */
  private boolean decided(Asked asked) {
    try {
      return redis.hexists(RedisKeys.customer(asked.customer()), RedisKeys.OFFER);
    } catch (JedisConnectionException late) {
      return false;
    }
  }

  @Override
  public void close() {
    stopped = true;
    redis.close();
    wire.close();
  }
}
