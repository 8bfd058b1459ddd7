package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.avro.ResponseType;
import java.time.Instant;
import java.util.Comparator;

/**
 * One interaction event of a customer.
 *
 * @param id the call, visit, order or interaction that it is of
 * @param code the campaign code it carries, or null
 * @param dialled the number that was called, or null
 * @param amount an order's amount in minor units, else 0
 */
record Act(
    String eventId,
    Instant at,
    ResponseType type,
    String id,
    String code,
    String dialled,
    long amount) {
  static final Comparator<Act> EARLIEST = Comparator.comparing(Act::at).thenComparing(Act::eventId);
}
