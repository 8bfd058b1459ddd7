package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.views.OfferDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What was decided on offers, as it lies in the log; a decision may be there more than once. */
public interface OfferLog {
  /**
   * How much is read.
   *
   * @param from the log's time of the oldest decision
   * @param most decisions; where there are more, the newest
   * @param within the time that reading may take
   */
  record Extent(Instant from, long most, Duration within) {}

  /**
   * Hands over decisions, those that can't be read left out.
   *
   * @return whether that was all there is from that time on
   * @throws LogUnavailableException if the log does not answer
   */
  boolean read(Extent extent, Consumer<OfferDecision> each);
}
