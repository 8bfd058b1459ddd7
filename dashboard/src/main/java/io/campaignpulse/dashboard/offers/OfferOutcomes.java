package io.campaignpulse.dashboard.offers;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.collect.BodyReader;
import io.campaignpulse.dashboard.collect.Collector;
import io.campaignpulse.dashboard.collect.CustomerRefs;
import io.campaignpulse.dashboard.collect.MalformedBodyException;
import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.Door;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.avro.OfferOutcome;
import io.campaignpulse.events.avro.Outcome;
import io.campaignpulse.events.offers.Trigger;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Writes how a customer took an offer, as an event like any other. */
public final class OfferOutcomes {
  private static final int LONGEST_ID = 256;

  private final EventLog log;
  private final FigureStore figures;
  private final Door door;
  private final Clock clock;

  public OfferOutcomes(EventLog log, FigureStore figures, Currency currency, Clock clock) {
    this.log = log;
    this.figures = figures;
    this.door = new Door(currency);
    this.clock = clock;
  }

  /** Returns the event's id once it is durable. */
  public String take(byte[] body) throws MalformedBodyException, InvalidRecordException {
    var given = BodyReader.readOne(body);
    var channel = text(given, "channel");
    var event =
        OfferOutcome.newBuilder()
            .setEventId(UUID.randomUUID().toString())
            .setOccurredAt(now())
            .setCustomer(CustomerRefs.of(required(given, "customerId")))
            .setDecisionId(required(given, "decisionId"))
            .setOfferId(required(given, "offerId"))
            .setOutcome(outcome(given))
            .setChannel(channel == null ? Trigger.PHONE : channel)
            .setAgentId(text(given, "agentId"))
            .build();
    log.append(
        List.of(Collector.entry(EventType.OFFER_OUTCOME, door.admit(event, clock.instant()))));
    return event.getEventId();
  }

  /** What the customer said is kept even while nobody knows how far event time is. */
  private Instant now() {
    try {
      return EventTime.now(figures.arrivals(), clock.instant());
    } catch (StoreUnavailableException e) {
      return clock.instant();
    }
  }

  private static Outcome outcome(JsonNode given) {
    var word = required(given, "outcome");
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidQueryException(
                    "outcome",
                    "\"" + word + "\" is not one of " + Arrays.toString(Outcome.values())));
  }

  private static String required(JsonNode given, String field) {
    var text = text(given, field);
    if (text == null) {
      throw new InvalidQueryException(field, "is missing");
    }
    return text;
  }

  private static String text(JsonNode given, String field) {
    var node = given.path(field);
    if (node.isMissingNode() || node.isNull() || node.asText().isBlank() && node.isTextual()) {
      return null;
    }
    if (!node.isTextual()) {
      throw new InvalidQueryException(field, node + " is not a text");
    }
    var text = node.asText().strip();
    if (text.length() > LONGEST_ID) {
      throw new InvalidQueryException(field, "is longer than " + LONGEST_ID + " characters");
    }
    return text;
  }
}
