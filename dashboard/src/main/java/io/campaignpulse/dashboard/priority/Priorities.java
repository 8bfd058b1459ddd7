package io.campaignpulse.dashboard.priority;

import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.CustomerStore.Common;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.Identities;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says how soon a caller should be answered, as of the moment of asking. Who routes calls can't
 * wait: where the store does not answer, the default is given at once.
 */
public final class Priorities {
  /** How old what is the same for all customers may be. */
  private static final long FRESH_NANOS = 250_000_000;

  /** How long a store that failed is left alone. */
  private static final long PAUSE_NANOS = 250_000_000;

  private static final Common NOTHING_KNOWN = new Common(null, null, Optional.empty(), null);

  private final CustomerStore store;
  private final Clock clock;
  private volatile Common common = NOTHING_KNOWN;
  private volatile long readAt = System.nanoTime() - FRESH_NANOS;
  private volatile long failedAt = System.nanoTime() - PAUSE_NANOS;

  public Priorities(CustomerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The priority of the customer of this id. */
  public Priority ofCustomer(String customerId) {
    return Identities.namesNobody(customerId)
        ? ofIdentity(customerId)
        : answer(now -> ofKnown(customerId, now));
  }

  /** The priority of the customer behind an identity, by its key. */
  public Priority ofIdentity(String identityKey) {
    return answer(
        now -> {
          var customerId = store.customerOf(identityKey);
          return customerId.isPresent()
              ? ofKnown(customerId.get(), now)
              : store.find(identityKey).map(known -> Priority.ofIdentity(known, common, now));
        });
  }

  /** The priority of a caller who can't be known, such as one who hides the number. */
  public Priority ofNobody() {
    return answer(now -> Optional.empty());
  }

  private Optional<Priority> ofKnown(String customerId, Instant now) {
    return store.find(customerId).map(known -> Priority.of(customerId, known, common, now));
  }

  private Priority answer(Function<Instant, Optional<Priority>> asOf) {
    if (System.nanoTime() - failedAt < PAUSE_NANOS) {
      return degraded();
    }
    try {
      var now = now(refreshed());
      return asOf.apply(now).orElseGet(() -> Priority.unknown(common, now, false));
    } catch (StoreUnavailableException e) {
      failedAt = System.nanoTime();
      return degraded();
    }
  }

  private Priority degraded() {
    return Priority.unknown(common, now(common), true);
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
}
