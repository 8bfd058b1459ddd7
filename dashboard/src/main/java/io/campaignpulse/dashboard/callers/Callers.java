package io.campaignpulse.dashboard.callers;

import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.CustomerStore.Common;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.Identities;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Looks up who calls, as of the moment of asking. Who has a caller on the line can't wait: where
 * the store does not answer, the caller is an unknown one at once.
 */
public final class Callers {
  /** How old what is the same for all customers may be. */
  private static final long FRESH_NANOS = 250_000_000;

  /** How long a store that failed is left alone. */
  private static final long PAUSE_NANOS = 250_000_000;

  private final CustomerStore store;
  private final Clock clock;
  private volatile Common common = Common.NOTHING;
  private volatile long readAt = System.nanoTime() - FRESH_NANOS;
  private volatile long failedAt = System.nanoTime() - PAUSE_NANOS;

  public Callers(CustomerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The customer of this id, which may be the key of an identity. */
  public Caller customer(String customerId) {
    return Identities.namesNobody(customerId)
        ? identity(customerId)
        : asked(nobody -> known(customerId, nobody));
  }

  /** Who is behind an identity, by its key. */
  public Caller identity(String identityKey) {
    return asked(
        nobody -> {
          var customerId = store.customerOf(identityKey);
          return customerId.isPresent()
              ? known(customerId.get(), nobody)
              : new Caller(null, find(identityKey), nobody.common(), nobody.now(), false);
        });
  }

  /** One who can't be known, such as one who hides the number. */
  public Caller nobody() {
    return asked(nobody -> nobody);
  }

  private Caller known(String customerId, Caller nobody) {
    var known = find(customerId);
    return known == null
        ? nobody
        : new Caller(customerId, known, nobody.common(), nobody.now(), false);
  }

  private Known find(String customerId) {
    return store.find(customerId).orElse(null);
  }

  private Caller asked(UnaryOperator<Caller> whom) {
    if (System.nanoTime() - failedAt < PAUSE_NANOS) {
      return unknown(common, true);
    }
    try {
      return whom.apply(unknown(refreshed(), false));
    } catch (StoreUnavailableException e) {
      failedAt = System.nanoTime();
      return unknown(common, true);
    }
  }

  private Caller unknown(Common known, boolean degraded) {
    return new Caller(null, null, known, now(known), degraded);
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
