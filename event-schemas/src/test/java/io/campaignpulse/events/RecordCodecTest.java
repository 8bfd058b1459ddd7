package io.campaignpulse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.events.avro.Agent;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.QueueRule;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCodecTest {
  private static final String SALE =
      """
      {"eventId":"e1","occurredAt":"2026-03-01T12:00:00.123456Z","customer":{"customerId":"anna"},
       "orderId":"o1","kind":"order","amount":12.5,"channel":"web",
       "lines":[{"productId":"p1","quantity":2,"unitPrice":"6.25"}],"somethingNew":true}""";

  /** The fingerprints of version one: bytes of Kafka that a frozen schema must never lose. */
  private static final Map<String, Long> FIRST =
      Map.ofEntries(
          Map.entry("Agent", 0xa626f438515d66e6L),
          Map.entry("Call", 0x0ae1d3e0b413a3b2L),
          Map.entry("Campaign", 0x46b5b20219708801L),
          Map.entry("CampaignContact", 0x34e34788587cb063L),
          Map.entry("Customer", 0xdcc70dec72742793L),
          Map.entry("Interaction", 0xe6dbb1bc32261775L),
          Map.entry("Offer", 0x598341e9327b5faaL),
          Map.entry("OfferOutcome", 0x3e8d30761882eed6L),
          Map.entry("OfferPolicy", 0x596fe3b1c2fb3615L),
          Map.entry("PriorityWeights", 0x368e748611f0fa39L),
          Map.entry("Product", 0x3ac98ce3ea2a8689L),
          Map.entry("RoutingRules", 0xb3117a531159bac9L),
          Map.entry("Sale", 0x4bebffe46bf60b07L),
          Map.entry("ValueModel", 0xfd42b131c4917763L),
          Map.entry("WebVisit", 0x329f2d94541e51eaL));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String refusal(EventType type, String json) {
    try {
      return "taken: " + type.codec().decode(bytes(json));
    } catch (InvalidRecordException e) {
      return e.getMessage();
    }
  }

  @Test
  void readsJsonOfTheSameShape() throws InvalidRecordException {
    var sale = (Sale) EventType.SALE.codec().decode(bytes(SALE));
    assertThat(sale.getOccurredAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
    assertThat(sale.getKind()).isEqualTo(SaleKind.ORDER);
    assertThat(sale.getAmount()).isEqualByComparingTo(new BigDecimal("12.5"));
    assertThat(sale.getLines().get(0).getQuantity()).isEqualTo(2);
    assertThat(sale.getCurrency()).isNull();
  }

  @Test
  void readsBackWhatItWrote() throws InvalidRecordException {
    var codec = EventType.SALE.codec();
    var sale = (Sale) codec.decode(bytes(SALE));
    assertThat(codec.decode(codec.encode(sale))).isEqualTo(sale);
    assertThat(codec.fromJson(codec.toJson(sale))).isEqualTo(sale);
    assertThat(codec.toJson(sale).get("amount").asText()).isEqualTo("12.50");
  }

  @Test
  void namesEveryFieldAtFault() {
    assertThat(refusal(EventType.SALE, SALE.replace("\"orderId\":\"o1\",", "")))
        .isEqualTo("orderId: is missing");
    assertThat(
            refusal(
                EventType.SALE,
                SALE.replace("\"quantity\":2", "\"quantity\":\"two\"").replace("12.5", "\"x\"")))
        .contains("lines[0].quantity: \"two\" is not a whole number")
        .contains("amount: \"x\" is not an amount");
    assertThat(refusal(EventType.SALE, SALE.replace("order\",", "rent\",")))
        .isEqualTo("kind: \"rent\" is none of ORDER, RETURN");
    assertThat(refusal(EventType.SALE, SALE.replace("2026-03-01T12:00:00.123456Z", "yesterday")))
        .startsWith("occurredAt: \"yesterday\" is not an ISO-8601 instant");
    assertThat(refusal(EventType.SALE, "{")).startsWith("malformed JSON");
    assertThat(refusal(EventType.SALE, "")).contains("empty");
    assertThat(refusal(EventType.SALE, "\u0000\u0001")).contains("not readable as Avro Sale");
  }

  @Test
  void takesNoMemoryForATextThatOnlyClaimsToBeLong() throws Exception {
    var agent = Agent.newBuilder().setAgentId("a").setName("A").build();
    var written = new ByteArrayOutputStream();
    written.write(ReferenceKind.AGENTS.codec().encode(agent), 0, 10);
    EncoderFactory.get().directBinaryEncoder(written, null).writeLong(Integer.MAX_VALUE - 100);
    assertThatThrownBy(() -> ReferenceKind.AGENTS.codec().decode(written.toByteArray()))
        .isInstanceOf(InvalidRecordException.class)
        .hasMessageContaining("not readable as Avro Agent");
  }

  @Test
  void cutsNoDecimalsOffMoney() {
    assertThat(refusal(EventType.SALE, SALE.replace("6.25", "6.12345")))
        .isEqualTo("lines[0].unitPrice: \"6.12345\" has more than 4 decimals");
  }

  @Test
  void readsAnEventWrittenWithAnEarlierVersionOfTheSchema() throws Exception {
    var current = Call.getClassSchema();
    var earlier = without(current, "satisfaction");
    var old = new GenericData.Record(earlier);
    old.put("eventId", "e1");
    old.put("occurredAt", 1_700_000_000_000L);
    var customer = new GenericData.Record(earlier.getField("customer").schema());
    customer.put("phone", "+4930901820");
    old.put("customer", customer);
    old.put("callId", "c1");
    old.put("phase", new GenericData.EnumSymbol(earlier.getField("phase").schema(), "QUEUED"));
    old.put("queue", "sales");
    old.put("dialledNumber", "4711");

    var codec = new RecordCodec<>(Call.class);
    assertThatThrownBy(() -> codec.decode(encode(earlier, old)))
        .isInstanceOf(InvalidRecordException.class);
    codec.addWriterSchema(earlier);
    var call = codec.decode(encode(earlier, old));
    assertThat(call.getCustomer().getPhone()).isEqualTo("+4930901820");
    assertThat(call.getSatisfaction()).isNull();
  }

  @Test
  void aCampaignOfVersionOnePlansNoShares() throws Exception {
    Schema first;
    try (var frozen = getClass().getResourceAsStream("/schemas/v1/Campaign.avsc")) {
      first = new Schema.Parser().parse(frozen);
    }
    var old = new GenericRecordBuilder(first);
    old.set("campaignId", "spring").set("name", "Spring");
    old.set("startsAt", 1_700_000_000_000L).set("endsAt", 1_800_000_000_000L);
    var campaign = (Campaign) ReferenceKind.CAMPAIGNS.codec().decode(encode(first, old.build()));
    assertThat(campaign.getName()).isEqualTo("Spring");
    assertThat(campaign.getPlannedShares()).isEmpty();
  }

  @Test
  void rulesOfVersionOneNameNoLastAgents() throws Exception {
    var codec = ReferenceKind.ROUTING_RULES.codec();
    Schema first;
    try (var frozen = getClass().getResourceAsStream("/schemas/v1/RoutingRules.avsc")) {
      first = new Schema.Parser().parse(frozen);
    }
    var rule = new GenericRecordBuilder(first.getField("queues").schema().getElementType());
    var old = new GenericRecordBuilder(first).set("rulesId", "CURRENT");
    old.set("queues", List.of(rule.set("queue", "best").set("tiers", List.of("A")).build()));
    var rules = (RoutingRules) codec.decode(encode(first, old.build()));
    assertThat(rules.getQueues())
        .containsExactly(new QueueRule("best", List.of(), List.of("A"), List.of(), List.of()));
    assertThat(codec.decode(bytes("{\"rulesId\":\"CURRENT\",\"queues\":[{\"queue\":\"q\"}]}")))
        .extracting(read -> ((RoutingRules) read).getQueues().get(0).getLastAgents())
        .isEqualTo(List.of());
  }

  private static byte[] encode(Schema schema, GenericRecord message) throws IOException {
    var out = new ByteArrayOutputStream();
    new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(message, out);
    return out.toByteArray();
  }

  private static Schema without(Schema schema, String field) {
    var fields =
        schema.getFields().stream()
            .filter(f -> !f.name().equals(field))
            .map(f -> new Schema.Field(f, f.schema()))
            .toList();
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  static Stream<Schema> schemas() {
    return Stream.concat(
        Stream.of(EventType.values()).map(type -> type.codec().schema()),
        Stream.of(ReferenceKind.values()).map(kind -> kind.codec().schema()));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void readsWhatVersionOneWrote(Schema current) throws IOException {
    try (var frozen =
        getClass().getResourceAsStream("/schemas/v1/" + current.getName() + ".avsc")) {
      assertThat(frozen).as("the frozen schema of " + current.getName()).isNotNull();
      var first = new Schema.Parser().parse(frozen);
      assertThat(SchemaCompatibility.checkReaderWriterCompatibility(current, first).getType())
          .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      assertThat(SchemaNormalization.parsingFingerprint64(first))
          .as("what stands before each record that version one wrote")
          .isEqualTo(FIRST.get(current.getName()));
    }
  }
}
