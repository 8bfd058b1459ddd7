package io.campaignpulse.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.CampaignTerms;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadReferenceTest {
  private OneInputStreamOperatorTestHarness<RawRecord, CampaignTerms> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new ReadReference(Currency.getInstance("USD"))));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void read(String topic, byte[] value) throws Exception {
    var origin = new Touch.Origin(topic, 0, 7);
    harness.processElement(new RawRecord(origin, 1_000, "k".getBytes(UTF_8), value), 0);
  }

  private void read(String topic, String json) throws Exception {
    read(topic, json.replace('\'', '"').getBytes(UTF_8));
  }

  private <T> List<T> given(OutputTag<T> tag) {
    var given = harness.getSideOutput(tag);
    return given == null ? List.of() : given.stream().map(element -> element.getValue()).toList();
  }

  private List<DeadLetter> letters() {
    return given(RouteEvents.DEAD_LETTERS);
  }

  /** A product whose price is of no byte. */
  private static byte[] priceOfNothing() {
    var product = Product.newBuilder().setProductId("p").setName("P").setPrice(BigDecimal.ONE);
    var bytes = ReferenceKind.PRODUCTS.codec().encode(product.build());
    // Before the price's two bytes stands their number, and one of the next field behind them.
    var cut = Arrays.copyOf(bytes, bytes.length - 2);
    cut[cut.length - 2] = 0;
    cut[cut.length - 1] = 0;
    return cut;
  }

  @Test
  void setsAsideWhatTripsTheReader() throws Exception {
    read(
        "campaigns",
        "{'campaignId':'k','name':'K','startsAt':'2026-03-01T00:00:00Z',"
            + "'endsAt':'+300000000-01-01T00:00:00Z'}");
    read("products", priceOfNothing());
    read("products", "{'productId':'p','name':'P','replacementCycle':'3 years'}");
    read("agents", "{'agentId':'a'}");
    read("value-ranks", "null");
    read("offer-learning", "null");
    assertThat(letters())
        .extracting(letter -> letter.origin().topic())
        .containsExactly(
            "campaigns", "products", "products", "agents", "value-ranks", "offer-learning");
    assertThat(letters().get(1).bytes()).isEqualTo(priceOfNothing());
    assertThat(letters()).allSatisfy(letter -> assertThat(letter.reason()).isNotBlank());
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(given(ReadReference.SETTINGS)).isEmpty();
  }

  @Test
  void givesTermsProfilesLinksAndSettings() throws Exception {
    read(
        "campaigns",
        "{'campaignId':'k','name':'K','startsAt':'2026-03-01T00:00:00Z',"
            + "'endsAt':'2026-03-02T00:00:00Z','responseWindow':'P2W'}");
    read("customers", "{'customerId':'anna','phones':['+49 30 901820'],'visitorIds':['v']}");
    read("products", "{'productId':'p','name':'P','replacementCycle':'P3Y'}");
    read("routing-rules", "{'rulesId':'DRAFT'}");
    read("agents", "{'agentId':'a','name':'A'}");
    read("agents", (byte[]) null);
    assertThat(harness.extractOutputValues())
        .extracting(CampaignTerms::windowMillis)
        .containsExactly(14 * 86_400_000L);
    assertThat(given(ReadReference.PROFILES)).extracting("customer").containsExactly("anna");
    assertThat(given(RouteEvents.IDENTITIES))
        .extracting("identity")
        .containsExactly("phone:+4930901820", "visitor:v");
    assertThat(given(ReadReference.SETTINGS)).extracting("topic").containsExactly("products");
    assertThat(letters()).isEmpty();
  }
}
