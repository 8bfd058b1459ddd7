package io.campaignpulse.dashboard.ports;

import java.util.Map;
import java.util.Optional;

/**
 * Write side of next offers in the serving store, for what it has lost of them. What is filled in
 * replaces nothing that is there, so of a customer the newest has to come first. Every method may
 * throw {@link StoreUnavailableException}.
 */
public interface RefillStore {
  /** Whether all was filled in since the store was empty, or somebody doubted that. */
  boolean whole();

  /** Doubts that it is whole. */
  void doubt();

  /**
   * Begins to fill it in, or joins who began before.
   *
   * @return the name of what was begun, which ends when the store is emptied; nothing where it is
   *     whole
   */
  Optional<String> begin();

  /**
   * Gives decisions to those customers who have none.
   *
   * @param newest by customer, as they stand in the log
   * @return false, and some of them are not written, if what was begun has ended
   */
  boolean fillIn(String begun, Map<String, String> newest);

  /** Notes that all is filled in; false if what was begun has ended before. */
  boolean finish(String begun);
}
