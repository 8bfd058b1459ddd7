package io.campaignpulse.simulators.load;

import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.ResponseType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * A steady flow of events fixed by its seed: the n-th event is the same on every run and machine,
 * and it happens at the instant at which it is meant to be sent, unless the mix says otherwise.
 */
public final class LoadPlan {
  /** A queue of its own, so that nobody takes its calls for those of customers. */
  public static final String QUEUE = "load";

  /** A repeat follows its original within so many events. */
  private static final long REPEATED_WITHIN = 10_000;

  /** Of so many events one queues a call, and one answers the call queued a while before. */
  private static final int ROUND = 50;

  private static final int QUEUES_AT = 7;
  private static final int ANSWERS_AT = 47;
  private static final long ANSWERED_AFTER = 20_000 + ANSWERS_AT - QUEUES_AT;

  private static final int OTHERS = ROUND - 2;
  private static final int CONTACTS = 10;
  private static final int ORDERS = 5;

  /** What an event tells of. */
  enum Kind {
    CONTACT,
    VISIT,
    ORDER,
    QUEUED,
    ANSWERED
  }

  private final long seed;
  private final Instant start;
  private final double eventsPerSecond;
  private final LoadMix mix;
  private final Zipf customers;
  private final LoadEvents events;

  public LoadPlan(long seed, Instant start, double eventsPerSecond, LoadMix mix) {
    if (!(eventsPerSecond > 0)) {
      throw new IllegalArgumentException("eventsPerSecond must be positive");
    }
    this.seed = seed;
    this.start = start;
    this.eventsPerSecond = eventsPerSecond;
    this.mix = mix;
    this.customers = new Zipf(mix.customers(), mix.skew());
    this.events = new LoadEvents(prefix());
  }

  public Instant start() {
    return start;
  }

  public double eventsPerSecond() {
    return eventsPerSecond;
  }

  /** What the ids of its campaigns and events begin with; another seed makes others. */
  public String prefix() {
    return "load-" + Long.toHexString(seed) + "-";
  }

  /** When event n is to be sent. A late sender is late against this, whatever holds it up. */
  public Instant dueAt(long n) {
    return start.plusNanos(nanosUntil(n));
  }

  /** How long after the start event n is to be sent. */
  public long nanosUntil(long n) {
    return (long) (n * 1e9 / eventsPerSecond);
  }

  /** The campaigns that its events are about, running for a day from the start. */
  public List<Campaign> referenceCampaigns() {
    return IntStream.range(0, mix.campaigns()).mapToObj(this::campaign).toList();
  }

  private Campaign campaign(int number) {
    return Campaign.newBuilder()
        .setCampaignId(prefix() + (number + 1))
        .setName("Load " + (number + 1))
        .setStartsAt(start.minus(Duration.ofMinutes(1)).minus(mix.lateBy()))
        .setEndsAt(start.plus(Duration.ofDays(1)))
        .setResponseTypes(List.of(ResponseType.values()))
        .setSimulated(true)
        .build();
  }

  /** A visit to each campaign: once all are counted, the campaigns are known. */
  public List<? extends SpecificRecord> probes() {
    return IntStream.rangeClosed(1, mix.campaigns())
        .mapToObj(campaign -> events.probe(campaign, start))
        .toList();
  }

  /** Of fifty events ten are contacts, 33 visits, five orders; one queues and one ends a call. */
  public SpecificRecord event(long n) {
    var original = original(n);
    var random = random(original);
    var kind = kind(original, random);
    var customer = customers.draw(random);
    var campaign = 1 + random.nextInt(mix.campaigns());
    var at = dueAt(original);
    if (random.nextDouble() < mix.disorder()) {
      at = at.minusNanos((long) (random.nextDouble() * mix.lateBy().toNanos()));
    }
    return kind == Kind.ANSWERED
        ? answer(original, at)
        : events.event(kind, original, customer, campaign, at);
  }

  /** The answer to the call that was queued a while before, by the same customer. */
  private SpecificRecord answer(long n, Instant at) {
    var call = n - ANSWERED_AFTER;
    var random = random(call);
    kind(call, random);
    var customer = customers.draw(random);
    return events.answer(n, call, customer, 1 + random.nextInt(mix.campaigns()), at);
  }

  private static Kind kind(long n, SplittableRandom random) {
    var drawn = random.nextInt(OTHERS);
    var place = n % ROUND;
    if (place == QUEUES_AT) {
      return Kind.QUEUED;
    }
    if (place == ANSWERS_AT && n >= ANSWERED_AFTER) {
      return Kind.ANSWERED;
    }
    if (drawn < CONTACTS) {
      return Kind.CONTACT;
    }
    return drawn < CONTACTS + ORDERS ? Kind.ORDER : Kind.VISIT;
  }

  /** Whether event n adds a call, visit or order to the figures. */
  public boolean adds(long n) {
    var kind = kind(n, random(n));
    return original(n) == n && kind != Kind.CONTACT && kind != Kind.ANSWERED;
  }

  /** Whether event n queues a call, which is named after it. */
  public boolean queues(long n) {
    return original(n) == n && kind(n, random(n)) == Kind.QUEUED;
  }

  /** The event that event n repeats, or n itself. */
  private long original(long n) {
    var random = random(~n);
    return n > 0 && random.nextDouble() < mix.repeats()
        ? original(n - 1 - random.nextLong(Math.min(n, REPEATED_WITHIN)))
        : n;
  }

  private SplittableRandom random(long n) {
    return new SplittableRandom(seed ^ n * 0xD1342543DE82EF95L);
  }
}
