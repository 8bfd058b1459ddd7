package io.campaignpulse.simulators.world;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.simulators.target.InFlight;
import io.campaignpulse.simulators.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;

/**
 * A world that happens now: it sends every event when it is due, whether or not the system keeps
 * up. What was due before it began is sent at once, so that charts aren't empty, and before that
 * the past of its customers.
 */
public final class LiveCompany {
  private static final int BATCH = 5_000;
  private static final Duration TOGETHER = Duration.ofMillis(20);
  private static final Duration REMEMBER_EVERY = Duration.ofSeconds(1);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration ANNOUNCE_AHEAD = Duration.ofMinutes(10);

  /** Hears how the company gets on. */
  public interface Listener {
    Listener SILENT = (sent, rejected, dueUntil) -> {};

    /**
     * More was sent.
     *
     * @param dueUntil everything due before this time has been sent
     */
    void sent(long sent, long rejected, Instant dueUntil);

    /** The system has these, though it may have refused some. May come from several threads. */
    default void taken(List<Emission> batch) {}
  }

  private final LiveMemory.Resumption life;
  private final LiveMemory memory;
  private final Target target;
  private final InstantSource clock;
  private final Listener listener;
  private final Set<String> announced = new HashSet<>();
  private long sent;
  private long rejected;

  public LiveCompany(
      LiveMemory.Resumption life,
      LiveMemory memory,
      Target target,
      InstantSource clock,
      Listener listener) {
    this.life = life;
    this.memory = memory;
    this.target = target;
    this.clock = clock;
    this.listener = listener;
  }

  /** Lives until its thread is interrupted; what was sent is remembered. */
  public void run() {
    liveUntil(Instant.MAX);
  }

  /** Lives until everything due before the given time has been sent. */
  public void liveUntil(Instant end) {
    introduceItself();
    if (life.pastFrom().isBefore(life.world().start())) {
      tellOfThePast();
    }
    var emissions = life.world().emissions(life.from());
    var next = emissions.next();
    var rememberAt = System.nanoTime();
    try (var inFlight = new InFlight(4, Duration.ofHours(6))) {
      while (next.due().isBefore(end) && awaitDue(next.due())) {
        var now = clock.instant();
        var batch = new ArrayList<Emission>();
        while (batch.size() < BATCH && next.due().isBefore(end) && !next.due().isAfter(now)) {
          batch.add(next);
          next = emissions.next();
        }
        announceCampaigns(next.due());
        send(inFlight, batch);
        if (System.nanoTime() >= rememberAt) {
          settle(inFlight, next.due());
          rememberAt = System.nanoTime() + REMEMBER_EVERY.toNanos();
        }
      }
      settle(inFlight, next.due());
    }
  }

  private void settle(InFlight inFlight, Instant dueUntil) {
    inFlight.awaitAll();
    memory.remember(life.world(), dueUntil);
  }

  private void introduceItself() {
    var world = life.world();
    sendAll(ReferenceKind.PRODUCTS, world.products());
    offerWhatIsNew(world.offers());
    sendAll(ReferenceKind.AGENTS, world.agents());
    announceCampaigns(life.from());
    sendAll(ReferenceKind.CUSTOMERS, world.customers());
  }

  /**
   * Offers begin when they are told: nobody answers what would be offered in the past. One that the
   * system knows already may have been changed there.
   */
  private void offerWhatIsNew(List<Offer> offers) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    offers.forEach(offer -> offer.setStartsAt(now));
    sendAll(
        ReferenceKind.OFFERS,
        offers.stream()
            .filter(offer -> !target.has(ReferenceKind.OFFERS, offer.getOfferId()))
            .toList());
  }

  /**
   * Sends the past day by day, each once the one before has been taken: whatever is lost with a
   * request and sent again then lies too little behind the rest to be late.
   */
  private void tellOfThePast() {
    var world = life.world();
    var past = world.past(life.pastFrom());
    for (var told = life.pastFrom(); told.isBefore(world.start()); ) {
      told = told.plus(A_DAY);
      deliver(past.until(told), told);
      memory.remember(world, told);
    }
  }

  private void sendAll(ReferenceKind kind, List<? extends SpecificRecord> messages) {
    for (int from = 0; from < messages.size(); from += BATCH) {
      target.reference(kind, messages.subList(from, Math.min(messages.size(), from + BATCH)));
    }
  }

  /** Tells of campaigns that are about to begin. */
  private void announceCampaigns(Instant now) {
    var fresh =
        life.world().campaigns(now.plus(ANNOUNCE_AHEAD)).stream()
            .filter(campaign -> announced.add(campaign.getCampaignId()))
            .toList();
    if (!fresh.isEmpty()) {
      target.reference(ReferenceKind.CAMPAIGNS, fresh);
    }
  }

  private void send(InFlight inFlight, List<Emission> batch) {
    var last = batch.get(batch.size() - 1).due();
    inFlight.begin(batch.get(0).due(), last, () -> deliver(batch, last));
  }

  private void deliver(List<Emission> batch, Instant dueUntil) {
    var answer = target.events(batch.stream().map(Emission::event).toList());
    synchronized (this) {
      sent += answer.accepted();
      rejected += answer.rejected().size();
      listener.sent(sent, rejected, dueUntil);
    }
    listener.taken(batch);
  }

  /** Waits for the event, and a moment more, so that those close to it travel together. */
  private boolean awaitDue(Instant due) {
    for (var left = Duration.between(clock.instant(), due);
        left.compareTo(Duration.ZERO) > 0;
        left = Duration.between(clock.instant(), due)) {
      LockSupport.parkNanos(Math.max(left.toNanos(), TOGETHER.toNanos()));
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
    }
    return !Thread.currentThread().isInterrupted();
  }
}
