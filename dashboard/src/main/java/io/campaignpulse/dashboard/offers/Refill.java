package io.campaignpulse.dashboard.offers;

import io.campaignpulse.dashboard.ports.DecisionsBack;
import io.campaignpulse.dashboard.ports.RefillStore;
import java.util.function.Supplier;

/**
 * Gives customers their next offers back that the serving store has lost: the log is read from its
 * end on back, and the first decision that is found of a customer is theirs, unless a newer one was
 * served meanwhile. So nothing has to be remembered of what was read.
 */
final class Refill {
  private final RefillStore store;
  private final Supplier<DecisionsBack> log;
  private final Rest rest;

  /** Lets others have Redis and Kafka for a while. */
  interface Rest {
    /** Returns whether to go on. */
    boolean taken() throws InterruptedException;
  }

  /**
   * @param log opened where it ends at that moment
   */
  Refill(RefillStore store, Supplier<DecisionsBack> log, Rest rest) {
    this.store = store;
    this.log = log;
    this.rest = rest;
  }

  /** Fills all in, unless something comes in between; returns whether the store is whole now. */
  boolean attempt() throws InterruptedException {
    var begun = store.begin();
    if (begun.isEmpty()) {
      return true;
    }
    // Only now may it be asked where the log ends: what comes after that is served anyway.
    try (var decisions = log.get()) {
      return fillIn(begun.get(), decisions) && store.finish(begun.get());
    }
  }

  private boolean fillIn(String begun, DecisionsBack decisions) throws InterruptedException {
    for (var some = decisions.next(); !some.isEmpty(); some = decisions.next()) {
      if (!store.fillIn(begun, some) || !rest.taken()) {
        return false;
      }
    }
    return true;
  }
}
