package io.campaignpulse.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.campaignpulse.events.EventType;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A record that is no event or reference record, and a word of why.
 *
 * @param clock what the producer's clock shows when it sends it
 */
record Refused(String topic, byte[] value, Instant clock, String reason) {

  /** One of each kind. */
  static List<Refused> all() {
    var now = Instant.now();
    return List.of(
        new Refused("calls", new byte[] {7, 0, (byte) 0xff, 3}, now, "not readable as Avro Call"),
        new Refused("calls", new byte[0], now, "empty"),
        new Refused("sales", avro(visit("avro", now)), now, "not readable as Avro Sale"),
        json("campaigns", "{\"campaignId\":\"torn\",", now, "malformed JSON"),
        json("web-visits", "{\"eventId\":\"torn\",", now, "malformed JSON"),
        json(
            "web-visits", visitJson("m1", now).replace("visitId", "x"), now, "visitId: is missing"),
        json("sales", saleJson("EUR", now), now, "currency: EUR is not"),
        json("web-visits", visitJson("ahead", now.plus(Duration.ofDays(3))), now, "hours ahead"));
  }

  /** An event that only a producer's wrong clock makes one from the future. */
  static Refused fromAWrongClock(WebVisit event) {
    var yearsBehind = event.getOccurredAt().minus(Duration.ofDays(900));
    return new Refused("web-visits", avro(event), yearsBehind, "hours ahead");
  }

  private static Refused json(String topic, String json, Instant clock, String reason) {
    return new Refused(topic, json.getBytes(UTF_8), clock, reason);
  }

  private static byte[] avro(WebVisit event) {
    return EventType.WEB_VISIT.codec().encode(event);
  }

  static WebVisit visit(String eventId, Instant at) {
    return WebVisit.newBuilder()
        .setEventId(eventId)
        .setOccurredAt(at)
        .setCustomer(CustomerRef.newBuilder().setCustomerId("customer-of-" + eventId).build())
        .setVisitId("visit-" + eventId)
        .setAction(VisitAction.PAGE_VIEW)
        .setCampaignCode("letters")
        .build();
  }

  private static String visitJson(String eventId, Instant at) {
    return """
        {"eventId":"%s","occurredAt":"%s","customer":{"customerId":"c"},"visitId":"v",
         "action":"PAGE_VIEW","campaignCode":"letters"}"""
        .formatted(eventId, at);
  }

  private static String saleJson(String currency, Instant at) {
    return """
        {"eventId":"sale","occurredAt":"%s","customer":{"customerId":"c"},"orderId":"o",
         "kind":"ORDER","lines":[],"amount":"9.99","currency":"%s","channel":"WEB",
         "campaignCode":"letters"}"""
        .formatted(at, currency);
  }

  /** Returns the id that its dead letter must have. */
  String sendTo(KafkaSide kafka) {
    RecordMetadata sent = KafkaSide.get(kafka.send(clock, topic, "c", value));
    return sent.topic() + "-" + sent.partition() + "-" + sent.offset();
  }
}
