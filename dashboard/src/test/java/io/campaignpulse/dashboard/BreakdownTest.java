package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.ports.FigureStore.Cells;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.events.views.Tally;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakdownTest {
  private static final long AT = Served.NOW.toEpochMilli() - 60_000;
  private final Served served = new Served();

  @BeforeEach
  void fill() {
    served.store.put(ReferenceKind.CAMPAIGNS, Served.campaign("spring"));
    var totals = tally(100, 12).add(Figure.PASS_ALONG_RESPONDERS, 1);
    served.store.change(
        new CampaignFigures("spring", 7, AT, 1L, totals, Map.of(), Map.of(), Map.of(), Map.of()),
        Map.of());
    served.store.figures.cells.put(
        "spring",
        new Cells(
            List.of(
                new CellFigures("EMAIL", "YOUNG", tally(50, 8)),
                new CellFigures("EMAIL", "NONE", tally(30, 3)),
                new CellFigures("SMS", "YOUNG", tally(20, 1)),
                new CellFigures("NONE", "NONE", new Tally().add(Figure.PASS_ALONG_RESPONDERS, 1))),
            List.of(
                list("EMAIL", "YOUNG", Listing.RESPONSES, response("e1", 1, "anna", true)),
                list("SMS", "YOUNG", Listing.RESPONSES, response("e2", 2, "ben", false)),
                list("NONE", "NONE", Listing.RESPONSES, response("e3", 3, "visitor:v", true)),
                list(
                    "EMAIL",
                    "YOUNG",
                    Listing.ORDERS,
                    new Entry("o1", AT, "ORDER", "anna", true, null, "WEB", 1999)),
                list(
                    "EMAIL",
                    "YOUNG",
                    Listing.CONTACTS,
                    new Entry("c1", AT, "CONTACT", "anna", false, null, "EMAIL", 0)))));
  }

  private static Tally tally(long contacted, long responders) {
    return new Tally()
        .add(Figure.CONTACTS, 2 * contacted)
        .add(Figure.CONTACTED, contacted)
        .add(Figure.RESPONDERS, responders);
  }

  private static NewestInteractions list(
      String channel, String segment, Listing listing, Entry... entries) {
    return new NewestInteractions(channel, segment, listing, List.of(entries));
  }

  private static Entry response(String id, long after, String customer, boolean direct) {
    return new Entry(id, AT + after, "VISIT", customer, direct, Act.PAGE_VIEW, null, 0);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private JsonNode ask(String query) throws Exception {
    var answer = served.get("/api/v1/campaigns/spring/breakdown" + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void aChannelIsMadeOfItsSegments() throws Exception {
    var json = ask("?channel=e-mail");
    assertThat(json.get("channel").asText()).isEqualTo("EMAIL");
    assertThat(json.at("/totals/contacted").asLong()).isEqualTo(80);
    assertThat(json.at("/totals/responders").asLong()).isEqualTo(11);
    assertThat(json.at("/totals/responseRate").asDouble()).isEqualTo(11 / 80.0);
    assertThat(json.at("/totals/cost").asText()).isEqualTo("8.00");
    assertThat(json.at("/bySegment/YOUNG/cost").asText()).isEqualTo("5.00");
    assertThat(json.has("byChannel")).isFalse();
    assertThat(json.at("/bySegment/YOUNG/responders").asLong()).isEqualTo(8);
    assertThat(json.at("/bySegment/NONE/responders").asLong()).isEqualTo(3);
    assertThat(json.get("responses").findValuesAsText("eventId")).containsExactly("e1");
  }

  @Test
  void aSegmentIsMadeOfItsChannels() throws Exception {
    var json = ask("?segment=YOUNG");
    assertThat(json.at("/totals/contacted").asLong()).isEqualTo(70);
    assertThat(json.has("bySegment")).isFalse();
    assertThat(json.at("/byChannel/SMS/responders").asLong()).isEqualTo(1);
    assertThat(json.get("responses").findValuesAsText("eventId")).containsExactly("e2", "e1");
  }

  @Test
  void withinBothAreTheInteractionsThemselves() throws Exception {
    var anna = Customer.newBuilder().setCustomerId("anna").setName("Anna Novak").build();
    served.store.put(ReferenceKind.CUSTOMERS, anna);
    served.store.customers.values.put("anna", CustomerValue.none("anna", 1).in("A"));
    var json = ask("?channel=EMAIL&segment=YOUNG");
    assertThat(json.has("byChannel") || json.has("bySegment")).isFalse();
    assertThat(json.at("/orders/0").toString())
        .isEqualTo(
            "{\"eventId\":\"o1\",\"at\":\"2026-03-02T11:59:30Z\",\"kind\":\"ORDER\",\"act\":null,"
                + "\"channel\":\"WEB\",\"customerId\":\"anna\",\"identity\":null,"
                + "\"name\":\"Anna Novak\",\"tier\":\"A\",\"direct\":true,\"amount\":\"19.99\"}");
    assertThat(json.at("/contacts/0/direct").isNull()).isTrue();
    assertThat(json.at("/responses/0/amount").isNull()).isTrue();
  }

  @Test
  void whoHasNeitherContactNorSegmentHasASliceToo() throws Exception {
    var json = ask("?channel=NONE&segment=NONE");
    assertThat(json.at("/totals/passAlongResponders").asLong()).isEqualTo(1);
    assertThat(json.at("/totals/responseRate").isNull()).isTrue();
    var entry = json.at("/responses/0");
    assertThat(entry.get("identity").asText()).isEqualTo("visitor:v");
    assertThat(entry.get("customerId").isNull()).isTrue();
    assertThat(entry.get("tier").isNull()).isTrue();
  }

  @Test
  void allOfACampaignHasItsTotalsAndCost() throws Exception {
    var json = ask("");
    assertThat(json.at("/totals/contacted").asLong()).isEqualTo(100);
    assertThat(json.at("/totals/cost").asText()).isEqualTo("20.00");
    assertThat(json.at("/byChannel/EMAIL/contacted").asLong()).isEqualTo(80);
    assertThat(json.at("/bySegment/YOUNG/contacted").asLong()).isEqualTo(70);
    assertThat(json.get("responses").findValuesAsText("eventId")).containsExactly("e3", "e2", "e1");
  }

  @Test
  void ofSeveralCellsTheNewestTwentyAreTold() throws Exception {
    var early = LongStream.range(0, 20).mapToObj(n -> response("a" + n, n * 2, "anna", true));
    var late = LongStream.range(0, 20).mapToObj(n -> response("b" + n, n * 2 + 1, "anna", true));
    served.store.figures.cells.put(
        "spring",
        new Cells(
            List.of(),
            List.of(
                list("EMAIL", "YOUNG", Listing.RESPONSES, early.toArray(Entry[]::new)),
                list("SMS", "YOUNG", Listing.RESPONSES, late.toArray(Entry[]::new)))));
    assertThat(ask("").get("responses").findValuesAsText("eventId"))
        .hasSize(20)
        .startsWith("b19", "a19", "b18")
        .endsWith("a10");
  }

  @Test
  void whereNobodyIsAreZerosAndOnlyAnUnknownCampaignIsNotFound() throws Exception {
    var json = ask("?channel=FAX&segment=OLD");
    assertThat(json.at("/totals/contacted").asLong()).isZero();
    assertThat(json.get("responses")).isEmpty();
    served.store.put(ReferenceKind.CAMPAIGNS, Served.campaign("new"));
    assertThat(served.get("/api/v1/campaigns/new/breakdown").status()).isEqualTo(200);
    assertThat(served.get("/api/v1/campaigns/none/breakdown").status()).isEqualTo(404);
    served.store.down = true;
    assertThat(served.get("/api/v1/campaigns/spring/breakdown").status()).isEqualTo(503);
  }
}
