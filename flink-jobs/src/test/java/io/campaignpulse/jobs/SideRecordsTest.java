package io.campaignpulse.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.ingest.DeadLetter;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import io.campaignpulse.offers.core.Proposal;
import io.campaignpulse.serving.ViewWrite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.junit.jupiter.api.Test;

class SideRecordsTest {
  /** What a producer sends in one request by default. */
  private static final int MAX_REQUEST_SIZE = 1_048_576;

  private static final Touch.Origin ORIGIN = new Touch.Origin("campaign-contacts", 12, 123_456_789);

  private static int size(ProducerRecord<byte[], byte[]> message) {
    return AbstractRecords.estimateSizeInBytesUpperBound(
        RecordBatch.CURRENT_MAGIC_VALUE,
        Compression.NONE.type(),
        message.key(),
        message.value(),
        message.headers().toArray());
  }

  private static String header(ProducerRecord<byte[], byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), UTF_8);
  }

  @Test
  void aDeadLetterIsTheRecordAsItWas() {
    var message = SideRecords.deadLetter(new DeadLetter(ORIGIN, new byte[] {1, 2}, "no"));
    assertThat(message.value()).containsExactly(1, 2);
    assertThat(header(message, Topics.HEADER_REASON)).isEqualTo("no");
    assertThat(header(message, Topics.HEADER_OFFSET)).isEqualTo("123456789");
  }

  @Test
  void aReasonThatRepeatsTheRecordIsCut() {
    var message = SideRecords.deadLetter(new DeadLetter(ORIGIN, new byte[9], "x".repeat(900_000)));
    assertThat(header(message, Topics.HEADER_REASON)).hasSize(1_000).endsWith("…");
  }

  @Test
  void ofARecordThatCannotBeSentTheBeginningIsKept() {
    var bytes = "{\"phone\": \"".concat("ä".repeat(600_000)).getBytes(UTF_8);
    var message = SideRecords.deadLetter(new DeadLetter(ORIGIN, bytes, "ä".repeat(600_000)));
    assertThat(size(message)).isLessThan(MAX_REQUEST_SIZE);
    assertThat(bytes).startsWith(message.value());
    assertThat(header(message, Topics.HEADER_REASON)).contains("kept without its end");
    assertThat(header(message, Topics.HEADER_TOPIC)).isEqualTo("campaign-contacts");
  }

  private static Touch late(String text) {
    return new Touch(
        "e1",
        Touch.Kind.ORDER,
        ORIGIN,
        5,
        "anna",
        List.of("visitor:" + text),
        "o1",
        null,
        null,
        "WEB",
        null,
        text,
        null,
        1_234,
        null,
        null,
        text,
        new Trade(List.of(new Trade.Item(text, text, 1)), null, null));
  }

  @Test
  void aLateEventIsKeptAsItWasUnderstood() throws Exception {
    var json = Json.MAPPER.readTree(SideRecords.late(late("x")).value());
    assertThat(json.path("code").asText()).isEqualTo("x");
    assertThat(json.path("trade").path("items")).hasSize(1);
  }

  /** As JSON a control character takes six bytes, in Avro one. */
  @Test
  void ofALateEventThatCannotBeSentIsKeptWhatItWas() throws Exception {
    var message = SideRecords.late(late("\u0001".repeat(200_000)));
    assertThat(size(message)).isLessThan(MAX_REQUEST_SIZE);
    var json = Json.MAPPER.readTree(message.value());
    assertThat(json.path("eventId").asText()).isEqualTo("e1");
    assertThat(json.path("kind").asText()).isEqualTo("ORDER");
    assertThat(json.path("customerId").asText()).isEqualTo("anna");
    assertThat(json.path("amountMinor").asLong()).isEqualTo(1_234);
    assertThat(json.path("origin").path("offset").asLong()).isEqualTo(123_456_789);
  }

  /** As long as the door lets an id be, each character as long as JSON can make it. */
  private static final String ID = "\u0001".repeat(256);

  private static RoutingDecision routing(String text) {
    return new RoutingDecision(
        ID,
        ID,
        ID,
        5,
        ID,
        null,
        ID,
        text,
        50,
        "A",
        true,
        List.of(),
        text,
        CallReason.OTHER,
        text,
        text,
        1,
        null,
        2.5,
        new RoutingDecision.NextOffer("d", ID));
  }

  @Test
  void aRoutingDecisionIsTheDecision() throws Exception {
    var decision = routing("text");
    var message = SideRecords.decision(decision);
    assertThat(message.key()).isEqualTo(ID.getBytes(UTF_8));
    assertThat(Json.MAPPER.readValue(message.value(), RoutingDecision.class)).isEqualTo(decision);
  }

  @Test
  void ofARoutingDecisionThatCannotBeSentTextsAreLeftOut() throws Exception {
    var message = SideRecords.decision(routing("\u0001".repeat(200_000)));
    assertThat(size(message)).isLessThan(MAX_REQUEST_SIZE);
    var told = Json.MAPPER.readValue(message.value(), RoutingDecision.class);
    assertThat(told.suggestedQueue()).isEqualTo(ID);
    assertThat(told.campaignCode()).isNull();
    assertThat(told.offer().offerId()).isEqualTo(ID);
    assertThat(told.score()).isEqualTo(50);
  }

  private static ViewWrite offer(int candidates, String text) {
    var factors = new OfferDecision.Factors(.1, .2, 3, 1, List.of(text), 20, 1);
    var best = new OfferDecision.Candidate(ID, 2, factors, null, null);
    var blocked = new OfferDecision.Candidate(ID, 0, null, Silence.NOT_ELIGIBLE, text);
    var all = new ArrayList<>(List.of(best));
    all.addAll(Collections.nCopies(candidates - 1, blocked));
    var owned = new CustomerFacts.Owned(text, null, 5);
    var decision =
        new OfferDecision(
            "d",
            Trigger.Kind.ORDER_PLACED,
            ID,
            5,
            ID,
            ID,
            List.of(text),
            ID,
            null,
            all,
            new CustomerFacts("A", null, text, List.of(text), List.of(owned)));
    return ViewWrite.of(RedisKeys.customer(ID), RedisKeys.OFFER, decision, null, null);
  }

  @Test
  void anOfferDecisionIsTheDecision() {
    var decision = offer(300, "text");
    assertThat(SideRecords.offer(decision).value()).isEqualTo(decision.json().getBytes(UTF_8));
  }

  /** A rule that an offer asks for may be four thousand characters long. */
  @Test
  void ofAnOfferDecisionThatCannotBeSentTheFirstCandidatesAreKept() throws Exception {
    for (var large : List.of(offer(1_000, "r".repeat(4_000)), offer(2, "\u0001".repeat(100_000)))) {
      var message = SideRecords.offer(large);
      assertThat(size(message)).isLessThan(MAX_REQUEST_SIZE);
      assertThat(message.key()).isEqualTo(ID.getBytes(UTF_8));
      var told = Json.MAPPER.readValue(message.value(), OfferDecision.class);
      assertThat(told.best().factors().value()).isEqualTo(20);
      assertThat(told.candidates().get(1).blockedBy()).isEqualTo(Silence.NOT_ELIGIBLE);
      assertThat(Proposal.touch(told).variant()).isEqualTo("A");
    }
  }
}
