package io.campaignpulse.dashboard.ports;

import java.util.Map;

/** What was decided on offers, as it lies in the log, from its end on back. */
public interface DecisionsBack extends AutoCloseable {
  /**
   * The next part of the log: of each customer in it the newest decision. What a later call gives
   * of a customer is older. Nothing once all was given.
   *
   * @throws LogUnavailableException if the log does not answer; the next call gives this part again
   */
  Map<String, String> next();

  @Override
  void close();
}
