package io.campaignpulse.dashboard.offers;

import io.campaignpulse.dashboard.ports.DecisionsBack;
import io.campaignpulse.dashboard.ports.LogUnavailableException;
import io.campaignpulse.dashboard.ports.RefillStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives customers their next offers back that the serving store has lost: the log is read from its
 * end on back, and the first decision that is found of a customer is theirs, unless a newer one was
 * served meanwhile. So nothing has to be remembered of what was read. Where Redis or Kafka does not
 * answer, it goes on from there once they do.
 */
final class Refill {
  /** A log that was made anew never comes to where it ended: so often in a row it is asked. */
  static final int MOST_SILENCES = 100;

  private final RefillStore store;
  private final Supplier<DecisionsBack> log;
  private final Rest rest;

  /** Lets others have Redis and Kafka for a while. */
  interface Rest {
    /** Returns whether to go on. */
    boolean taken() throws InterruptedException;

    /** After one of them did not answer; returns whether to ask again. */
    default boolean taken(RuntimeException silence) throws InterruptedException {
      return taken();
    }
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
      return fillIn(begun.get(), decisions) && done(() -> store.finish(begun.get()));
    }
  }

  private boolean fillIn(String begun, DecisionsBack decisions) throws InterruptedException {
    while (true) {
      var some = answer(decisions::next);
      if (some.isEmpty() || some.get().isEmpty()) {
        return some.isPresent();
      }
      if (!done(() -> store.fillIn(begun, some.get())) || !rest.taken()) {
        return false;
      }
    }
  }

  private boolean done(Supplier<Boolean> step) throws InterruptedException {
    return answer(step).orElse(false);
  }

  /**
   * Asks until there is an answer; empty where it is not to go on. That Redis was emptied meanwhile
   * is found by the next write.
   */
  private <T> Optional<T> answer(Supplier<T> question) throws InterruptedException {
    RuntimeException silence;
    var silences = 0;
    do {
      try {
        return Optional.of(question.get());
      } catch (StoreUnavailableException e) {
        silence = e;
      } catch (LogUnavailableException e) {
        silence = e;
        silences++;
      }
    } while (silences < MOST_SILENCES && rest.taken(silence));
    return Optional.empty();
  }
}
