package io.campaignpulse.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.EventType;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import io.campaignpulse.ingest.core.Touch;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadEventsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final ReadEvents reader = new ReadEvents(Currency.getInstance("USD"));
  private final List<Arrival> arrivals = new ArrayList<>();

  @BeforeEach
  void open() {
    reader.open(null);
  }

  private Arrival read(String topic, byte[] value) {
    var message =
        new ConsumerRecord<byte[], byte[]>(
            topic,
            1,
            7L,
            NOW.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            null,
            value,
            new RecordHeaders(),
            java.util.Optional.empty());
    reader.deserialize(
        message,
        new Collector<>() {
          @Override
          public void collect(Arrival arrival) {
            arrivals.add(arrival);
          }

          @Override
          public void close() {}
        });
    return arrivals.get(arrivals.size() - 1);
  }

  private Arrival read(String topic, String json) {
    return read(topic, json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsAvroAndJsonOfTheSameEventAlike() {
    var visit =
        WebVisit.newBuilder()
            .setEventId("e1")
            .setOccurredAt(NOW)
            .setCustomer(CustomerRef.newBuilder().setVisitorId("c1").build())
            .setVisitId("s1")
            .setAction(VisitAction.LOGIN)
            .build();
    var avro = read("web-visits", EventType.WEB_VISIT.codec().encode(visit));
    var json =
        read(
            "web-visits",
            """
            {"eventId":"e1","occurredAt":"2026-03-01T12:00:00Z","customer":{"visitorId":"c1"},
             "visitId":"s1","action":"LOGIN"}""");
    assertThat(avro.touch()).isEqualTo(json.touch());
    assertThat(avro.touch().identities()).containsExactly("visitor:c1");
  }

  @Test
  void refusesWithAReasonAndKeepsTheBytes() {
    for (var bad : List.of("{", "nonsense", "", "{\"eventId\":\"x\"}")) {
      var arrival = read("calls", bad);
      assertThat(arrival.touch()).isNull();
      assertThat(arrival.refused()).isEqualTo(bad.getBytes(StandardCharsets.UTF_8));
      assertThat(arrival.reason()).isNotBlank();
      assertThat(arrival.origin()).isEqualTo(new Touch.Origin("calls", 1, 7));
    }
    assertThat(read("calls", (byte[]) null).reason()).contains("empty");
  }

  @Test
  void refusesAnIdentityLongerThanIdsAre() {
    var visit =
        """
        {"eventId":"e1","occurredAt":"2026-03-01T12:00:00Z","customer":{"visitorId":"%s"},
         "visitId":"s1","action":"LOGIN"}"""
            .formatted("x".repeat(257));
    var arrival = read("web-visits", visit);
    assertThat(arrival.reason()).startsWith("customer.visitorId: is longer");
    assertThat(arrival.refused()).isEqualTo(visit.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void countsMoneyInMinorUnitsAndRefusesAnotherCurrency() {
    var sale =
        """
        {"eventId":"e1","occurredAt":"2026-03-01T12:00:00Z","customer":{"customerId":"anna"},
         "orderId":"o1","kind":"ORDER","amount":%s,"currency":%s,"channel":"web"}""";
    assertThat(read("sales", sale.formatted("\"12.34\"", "null")).touch().amountMinor())
        .isEqualTo(new BigDecimal("1234").longValueExact());
    assertThat(read("sales", sale.formatted("12", "\"EUR\"")).reason()).contains("currency: EUR");
    assertThat(read("sales", sale.formatted("1.234", "null")).reason()).startsWith("amount:");
  }

  @Test
  void judgesTheFutureByTheTimeKafkaGotTheRecord() {
    var visit =
        """
        {"eventId":"e1","occurredAt":"%s","customer":{"customerId":"anna"},
         "visitId":"s1","action":"LOGIN"}""";
    assertThat(read("web-visits", visit.formatted("2026-03-02T11:00:00Z")).touch()).isNotNull();
    assertThat(read("web-visits", visit.formatted("2026-03-03T11:00:00Z")).reason())
        .startsWith("occurredAt:");
  }
}
