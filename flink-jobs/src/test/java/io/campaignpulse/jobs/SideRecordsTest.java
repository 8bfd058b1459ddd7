package io.campaignpulse.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.Topics;
import io.campaignpulse.ingest.DeadLetter;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
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
}
