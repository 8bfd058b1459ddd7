package io.campaignpulse.dashboard.priority;

import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.ports.PriorityStore;
import io.campaignpulse.dashboard.ports.PriorityStore.Common;
import io.campaignpulse.dashboard.ports.PriorityStore.Known;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.priority.PriorityScore;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.events.views.ValueRanks;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says how soon a caller should be answered, as of the moment of asking. Who routes calls can't
 * wait: where the store does not answer, the default is given at once.
 */
public final class Priorities {
  /** How old what is the same for all customers may be. */
  private static final long FRESH_NANOS = 250_000_000;

  /** How long a store that failed is left alone. */
  private static final long PAUSE_NANOS = 250_000_000;

  private static final PriorityWeights DEFAULTS =
      PriorityWeights.newBuilder().setWeightsId(ReferenceKind.CURRENT).build();
  private static final Common NOTHING_KNOWN = new Common(DEFAULTS, null, Optional.empty());

  private final PriorityStore store;
  private final Clock clock;
  private volatile Common common = NOTHING_KNOWN;
  private volatile long readAt = System.nanoTime() - FRESH_NANOS;
  private volatile long failedAt = System.nanoTime() - PAUSE_NANOS;

  public Priorities(PriorityStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The priority of the customer of this id. */
  public Priority ofCustomer(String customerId) {
    return answer(() -> Optional.of(customerId));
  }

  /** The priority of the customer behind an identity, by its key. */
  public Priority ofIdentity(String identityKey) {
    return answer(() -> store.customerOf(identityKey));
  }

  /** The priority of a caller who can't be known, such as one who hides the number. */
  public Priority ofNobody() {
    return answer(Optional::empty);
  }

  private Priority answer(Supplier<Optional<String>> whose) {
    if (System.nanoTime() - failedAt < PAUSE_NANOS) {
      return degraded();
    }
    try {
      var now = now(refreshed());
      var customerId = whose.get();
      return customerId
          .flatMap(store::find)
          .map(known -> score(customerId.get(), known, now))
          .orElseGet(() -> Priority.unknown(PriorityScore.unknown(weights()), now, false));
    } catch (StoreUnavailableException e) {
      failedAt = System.nanoTime();
      return degraded();
    }
  }

  private Priority degraded() {
    return Priority.unknown(PriorityScore.unknown(weights()), now(common), true);
  }

  /** Of many who find it old at one time, all may read it: once in a while is cheap. */
  private Common refreshed() {
    if (System.nanoTime() - readAt >= FRESH_NANOS) {
      readAt = System.nanoTime();
      common = store.common();
    }
    return common;
  }

  private Instant now(Common known) {
    return EventTime.now(known.arrivals(), clock.instant());
  }

  private PriorityWeights weights() {
    return common.weights() == null ? DEFAULTS : common.weights();
  }

  private Priority score(String customerId, Known known, Instant now) {
    var value = known.value();
    var signals = known.activity() == null ? Signals.NONE : known.activity().signals();
    var ranks = common.ranks();
    var percentile =
        value == null || ranks == null || value.worth() <= 0 ? 0 : ranks.percentile(value.worth());
    var tier = value == null || value.tier() == null ? ValueRanks.C : value.tier();
    return new Priority(
        customerId,
        PriorityScore.of(weights(), percentile, signals, now.toEpochMilli()),
        tier,
        value == null || value.purchaseDays() == 0,
        now,
        false);
  }
}
