package io.campaignpulse.dashboard.priority;

import io.campaignpulse.events.priority.PriorityScore;
import io.campaignpulse.events.views.ValueRanks;
import java.time.Instant;

/**
 * How soon a caller should be answered.
 *
 * @param customerId null for an unknown caller
 * @param isNew whether the customer never bought; of an unknown caller nobody knows
 * @param asOf the moment of event time that it is true of
 * @param degraded whether what is known of the caller could not be read
 */
public record Priority(
    String customerId,
    PriorityScore score,
    String tier,
    boolean isNew,
    Instant asOf,
    boolean degraded) {

  static Priority unknown(PriorityScore score, Instant asOf, boolean degraded) {
    return new Priority(null, score, ValueRanks.C, true, asOf, degraded);
  }
}
