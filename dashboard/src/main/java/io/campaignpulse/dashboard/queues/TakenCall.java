package io.campaignpulse.dashboard.queues;

import io.campaignpulse.dashboard.collect.Collector;
import io.campaignpulse.dashboard.collect.CustomerRefs;
import io.campaignpulse.dashboard.ports.EventLog.Entry;
import io.campaignpulse.events.Door;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.views.RoutingDecision;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** Writes that an agent has taken a call, as an event like any other. */
final class TakenCall {
  private static final String EVENT = "taken-";
  private static final int LONGEST_ID = 256;

  private final Door door;
  private final Clock clock;

  TakenCall(Currency currency, Clock clock) {
    this.door = new Door(currency);
    this.clock = clock;
  }

  /**
   * The record to append.
   *
   * @param now event time; the call is never answered before it was queued
   */
  Entry entry(RoutingDecision call, String agentId, Instant now) throws InvalidRecordException {
    var event =
        Call.newBuilder()
            .setEventId(eventId(call))
            .setOccurredAt(answeredAt(call, now))
            .setCustomer(customer(call))
            .setCallId(call.callId())
            .setPhase(CallPhase.ANSWERED)
            .setQueue(call.queue())
            .setDialledNumber(call.dialledNumber())
            .setCampaignCode(call.campaignCode())
            .setAgentId(agentId)
            .setWaitMillis(answeredAt(call, now).toEpochMilli() - call.queuedAt())
            .build();
    return Collector.entry(EventType.CALL, door.admit(event, clock.instant()));
  }

  private static Instant answeredAt(RoutingDecision call, Instant now) {
    return Instant.ofEpochMilli(Math.max(now.toEpochMilli(), call.queuedAt()));
  }

  /** The same however often the call is given, until it is queued again after a transfer. */
  private static String eventId(RoutingDecision call) {
    var id = EVENT + call.callId() + "-" + call.queuedAt();
    return id.length() <= LONGEST_ID
        ? id
        : EVENT + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
  }

  private static CustomerRef customer(RoutingDecision call) {
    return call.customerId() != null || call.identity() == null
        ? CustomerRef.newBuilder().setCustomerId(call.customerId()).build()
        : CustomerRefs.ofIdentity(call.identity());
  }
}
