package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.VariantShare;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.SquaredSpend;
import io.campaignpulse.events.views.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final long MINUTE = Instant.parse("2026-03-02T11:30:00Z").getEpochSecond() / 60;
  private Served served;
  private long version = 7;

  @BeforeEach
  void start() {
    served = new Served();
    served.store.put(ReferenceKind.CAMPAIGNS, Served.campaign("spring"));
    var email = new Tally().add(Figure.CONTACTS, 200).add(Figure.CONTACTED, 100);
    email.add(Figure.RESPONDERS, 10).add(Figure.CONTACTED_CONVERTERS, 4).add(Figure.CONVERTERS, 5);
    email.add(Figure.REVENUE, 123_45).add(Figure.PASS_ALONG_RESPONDERS, 3);
    served.store.change(
        new CampaignFigures(
            "spring",
            7,
            Served.NOW.toEpochMilli(),
            MINUTE,
            email,
            Map.of("EMAIL", email, "NONE", new Tally()),
            Map.of("A", email),
            Map.of(),
            Map.of("B", email)),
        new TreeMap<>(
            Map.of(
                MINUTE - 100,
                new Tally().add(Figure.RESPONDERS, 6),
                MINUTE,
                new Tally().add(Figure.RESPONDERS, 3).add(Figure.VISITS, 2),
                MINUTE + 1,
                new Tally().add(Figure.RESPONDERS, 1))));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void writesTotalsWithRatesAndCosts() throws Exception {
    var json = served.get("/api/v1/campaigns/spring/metrics").json();
    assertThat(json.get("version").asLong()).isEqualTo(7);
    assertThat(json.get("asOf").asText()).isEqualTo("2026-03-02T12:00:30Z");
    var totals = json.get("totals");
    assertThat(totals.get("responseRate").asDouble()).isEqualTo(0.1);
    assertThat(totals.get("conversionRate").asDouble()).isEqualTo(0.04);
    assertThat(totals.get("revenue").asText()).isEqualTo("123.45");
    assertThat(totals.get("revenuePerContact").asText()).isEqualTo("1.2345");
    assertThat(totals.get("cost").asText()).isEqualTo("20.00");
    assertThat(totals.get("costPerResponse").asText()).isEqualTo("2.00");
    assertThat(totals.get("roi").asDouble()).isCloseTo(5.1725, within(1e-9));
    assertThat(json.at("/byChannel/EMAIL/responders").asLong()).isEqualTo(10);
    assertThat(json.at("/byChannel/EMAIL/cost").asText()).isEqualTo("10.00");
    assertThat(json.at("/byChannel/EMAIL/costPerResponse").asText()).isEqualTo("1.00");
    assertThat(json.at("/byChannel/EMAIL/roi").asDouble()).isCloseTo(11.345, within(1e-9));
    assertThat(json.at("/byTier/B/cost").asText()).isEqualTo("10.00");
    assertThat(json.at("/byChannel/NONE/cost").asText()).isEqualTo("0.00");
    assertThat(json.at("/byChannel/NONE/roi").isNull()).isTrue();
    assertThat(json.at("/byChannel/NONE/responseRate").isNull()).isTrue();
    assertThat(json.at("/byTier/B/responders").asInt()).isEqualTo(10);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void aBroadcastCampaignCountsItsAudience() throws Exception {
    var campaign = Served.campaign("spring");
    campaign.setAudienceSize(1000L);
    served.store.put(ReferenceKind.CAMPAIGNS, campaign);
    var totals = served.get("/api/v1/campaigns/spring/metrics").json().get("totals");
    assertThat(totals.get("contacted").asLong()).isEqualTo(1000);
    assertThat(totals.get("responders").asLong()).isEqualTo(13);
    assertThat(totals.get("passAlongResponders").asLong()).isZero();
    assertThat(totals.get("conversionRate").asDouble()).isEqualTo(0.005);
  }

  @Test
  void whereContactsHaveNoCostOfTheirOwnPartsHaveNone() throws Exception {
    var campaign = Served.campaign("spring");
    campaign.setAudienceSize(1000L);
    served.store.put(ReferenceKind.CAMPAIGNS, campaign);
    var metrics = served.get("/api/v1/campaigns/spring/metrics").json();
    assertThat(metrics.at("/totals/cost").asText()).isEqualTo("60.00");
    assertThat(metrics.at("/byChannel/EMAIL/cost").isNull()).isTrue();
    campaign.setAudienceSize(null);
    campaign.setCostPerContact(null);
    served.store.put(ReferenceKind.CAMPAIGNS, campaign);
    metrics = served.get("/api/v1/campaigns/spring/metrics").json();
    assertThat(metrics.at("/totals/cost").asText()).isEqualTo("10.00");
    assertThat(metrics.at("/byChannel/EMAIL/costPerResponse").isNull()).isTrue();
  }

  @Test
  void aCampaignWithoutFiguresHasZerosAndNoRates() throws Exception {
    served.store.put(ReferenceKind.CAMPAIGNS, Served.campaign("new"));
    var answer = served.get("/api/v1/campaigns/new/metrics");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/totals/contacted").asLong()).isZero();
    assertThat(answer.json().at("/totals/responseRate").isNull()).isTrue();
    assertThat(answer.json().get("asOf").isNull()).isTrue();
    assertThat(served.get("/api/v1/campaigns/none/metrics").status()).isEqualTo(404);
    assertThat(served.get("/api/v1/campaigns/none/series").status()).isEqualTo(404);
  }

  @Test
  void listsHeadlinesWithTheLastHour() throws Exception {
    var rows = served.get("/api/v1/campaigns").json();
    assertThat(rows).hasSize(1);
    var row = rows.get(0);
    assertThat(row.get("campaignId").asText()).isEqualTo("spring");
    assertThat(row.get("status").asText()).isEqualTo("RUNNING");
    assertThat(row.get("channels").toString()).isEqualTo("[\"EMAIL\"]");
    assertThat(row.at("/lastHour/from").asText()).isEqualTo("2026-03-02T11:01:00Z");
    assertThat(row.at("/lastHour/responders")).hasSize(60);
    assertThat(row.at("/lastHour/responders/29").asLong()).isEqualTo(3);
    assertThat(row.at("/lastHour/visits/29").asLong()).isEqualTo(2);
    assertThat(row.at("/campaign/fixedCost").asText()).isEqualTo("10.00");
  }

  @Test
  void theLastHourEndsAtEventTimeNow() throws Exception {
    var eventNow = Instant.parse("2026-03-02T10:00:00Z");
    served.store.figures.arrivals =
        new Arrivals(1, Served.NOW.toEpochMilli(), eventNow.toEpochMilli(), false, Map.of());
    var row = served.get("/api/v1/campaigns").json().get(0);
    assertThat(row.at("/lastHour/from").asText()).isEqualTo("2026-03-02T09:01:00Z");
  }

  @Test
  void writesASeriesBySteps() throws Exception {
    var json =
        served
            .get(
                "/api/v1/campaigns/spring/series?from=2026-03-02T11:00:00Z"
                    + "&to=2026-03-02T12:00:00Z&step=PT5M")
            .json();
    assertThat(json.at("/before/responders").asLong()).isEqualTo(6);
    assertThat(json.get("points")).hasSize(1);
    assertThat(json.at("/points/0/at").asText()).isEqualTo("2026-03-02T11:30:00Z");
    assertThat(json.at("/points/0/responders").asLong()).isEqualTo(4);
    assertThat(json.get("step").asText()).isEqualTo("PT5M");
  }

  @Test
  void byDefaultTheSeriesHoldsEverything() throws Exception {
    var json = served.get("/api/v1/campaigns/spring/series").json();
    assertThat(json.get("from").asText()).isEqualTo("2026-03-02T09:50:00Z");
    assertThat(json.get("to").asText()).isEqualTo("2026-03-02T12:01:00Z");
    assertThat(json.get("step").asText()).isEqualTo("PT1M");
    assertThat(json.at("/before/responders").asLong()).isZero();
    assertThat(json.get("points").findValuesAsText("responders")).containsExactly("6", "3", "1");
  }

  @Test
  void refusesTooManyStepsAndNamesTheField() throws Exception {
    var path = "/api/v1/campaigns/spring/series?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z";
    var answer = served.get(path + "&step=PT1M");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("step");
    assertThat(served.get(path + "&step=PT0S").status()).isEqualTo(400);
    assertThat(served.get(path + "&step=often").status()).isEqualTo(400);
    assertThat(served.get(path).status()).isEqualTo(200);
    assertThat(
            served
                .get("/api/v1/campaigns/spring/series?from=yesterday")
                .json()
                .at("/errors/0/field")
                .asText())
        .isEqualTo("from");
  }

  @Test
  void saysSoWhileTheStoreIsDownAndGoesOnCollecting() throws Exception {
    served.store.down = true;
    var answer = served.get("/api/v1/campaigns");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotNull();
    var health = served.get("/api/v1/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().get("status").asText()).isEqualTo("DEGRADED");
    assertThat(health.json().at("/parts/redis/status").asText()).isEqualTo("DOWN");
    assertThat(served.post("/api/v1/events", Served.JSON, "[]").status()).isEqualTo(202);
  }

  @Test
  void healthSumsUpWhatCameIn() throws Exception {
    var asOf = Served.NOW.minusSeconds(1).toEpochMilli();
    var counts = Map.of("calls", new Arrivals.Count(10, 2, 1), "sales", Arrivals.Count.NONE);
    served.store.figures.arrivals = new Arrivals(1, asOf, asOf, false, counts);
    var health = served.get("/api/v1/health").json();
    assertThat(health.get("status").asText()).isEqualTo("UP");
    assertThat(health.get("deadLetters").asLong()).isEqualTo(2);
    assertThat(health.get("lateEvents").asLong()).isEqualTo(1);
    assertThat(health.get("currency").asText()).isEqualTo("USD");
    served.store.figures.arrivals = new Arrivals(2, asOf, asOf, true, counts);
    var catchingUp = served.get("/api/v1/health").json();
    assertThat(catchingUp.get("status").asText()).isEqualTo("CATCHING_UP");
    assertThat(catchingUp.get("deadLetters").isNull()).isTrue();
    served.store.figures.arrivals = new Arrivals(3, asOf - 60_000, asOf, false, counts);
    assertThat(served.get("/api/v1/health").json().at("/parts/jobs/status").asText())
        .isEqualTo("DOWN");
  }

  @Test
  void aHeadlineTellsTheLiftOfAllTreatedTogether() throws Exception {
    assign(Map.of("A", assigned(150, 1000), "B", assigned(90, 500), "CONTROL", assigned(80, 800)));
    var lift = served.get("/api/v1/campaigns").json().get(0).get("lift");
    assertThat(lift.get("n").asLong()).isEqualTo(1500);
    assertThat(lift.get("controlN").asLong()).isEqualTo(800);
    assertThat(lift.get("lift").asDouble()).isCloseTo(0.06, within(1e-12));
    // .06 -+ 3.096886 standard errors, by the published formula for 2300 customers
    assertThat(lift.at("/alwaysValidInterval/low").asDouble())
        .isCloseTo(0.015974082331, within(1e-9));
    assertThat(lift.at("/alwaysValidInterval/high").asDouble())
        .isCloseTo(0.104025917669, within(1e-9));
  }

  @Test
  void aHeadlineHasNoLiftWithoutBothGroups() throws Exception {
    assertThat(served.get("/api/v1/campaigns").json().get(0).get("lift").isNull()).isTrue();
    assign(Map.of("A", assigned(150, 1000), "NONE", assigned(0, 10)));
    assertThat(served.get("/api/v1/campaigns").json().get(0).get("lift").isNull()).isTrue();
    assign(Map.of("CONTROL", assigned(80, 800)));
    assertThat(served.get("/api/v1/campaigns").json().get(0).get("lift").isNull()).isTrue();
  }

  @Test
  void comparesVariantsWithTheControlGroup() throws Exception {
    assign(Map.of("A", assigned(120, 1000), "CONTROL", assigned(100, 1000)));
    var json = served.get("/api/v1/campaigns/spring/lift").json();
    assertThat(json.at("/control/variant").asText()).isEqualTo("CONTROL");
    assertThat(json.at("/control/responseRate/value").asDouble()).isEqualTo(0.1);
    assertThat(json.get("variants")).hasSize(1);
    var variant = json.at("/variants/0");
    assertThat(variant.get("n").asLong()).isEqualTo(1000);
    assertThat(variant.at("/responseRate/lift").asDouble()).isCloseTo(0.02, within(1e-9));
    assertThat(variant.at("/responseRate/alwaysValidInterval/low").asDouble()).isNegative();
    assertThat(variant.at("/spendPerHead/value").asDouble()).isEqualTo(1.2);
    assertThat(served.get("/api/v1/campaigns/none/lift").status()).isEqualTo(404);
  }

  @Test
  void saysWhetherTheGroupsAreSplitAsPlanned() throws Exception {
    plan(new VariantShare("CONTROL", 0.1), new VariantShare("A", 0.9));
    assign(Map.of("A", assigned(90, 900), "CONTROL", assigned(5, 100)));
    var srm = served.get("/api/v1/campaigns/spring/lift").json().get("srm");
    assertThat(srm.toString())
        .isEqualTo(
            "{\"planned\":{\"A\":0.9,\"CONTROL\":0.1},\"observed\":{\"A\":900,\"CONTROL\":100},"
                + "\"chiSquare\":0,\"degreesOfFreedom\":1,\"pValue\":1,\"warning\":false}");
    assertThat(mismatch()).isFalse();
    assign(Map.of("A", assigned(90, 900), "CONTROL", assigned(5, 200)));
    srm = served.get("/api/v1/campaigns/spring/lift").json().get("srm");
    // (200 - 110)^2 / 110 + (900 - 990)^2 / 990
    assertThat(srm.get("chiSquare").asDouble()).isCloseTo(81.81818181818, within(1e-9));
    assertThat(srm.get("warning").asBoolean()).isTrue();
    assertThat(mismatch()).isTrue();
  }

  @Test
  void saysNothingOfTheSplitOfACampaignThatPlansNone() throws Exception {
    assign(Map.of("A", assigned(90, 900), "CONTROL", assigned(5, 100)));
    assertThat(served.get("/api/v1/campaigns/spring/lift").json().get("srm").isNull()).isTrue();
    assertThat(mismatch()).isFalse();
  }

  private void plan(VariantShare... shares) {
    var campaign = Served.campaign("spring");
    campaign.setPlannedShares(List.of(shares));
    served.store.put(ReferenceKind.CAMPAIGNS, campaign);
  }

  private boolean mismatch() throws Exception {
    var headline = served.get("/api/v1/campaigns").json().get(0);
    return headline.at("/lift/sampleRatioMismatch").asBoolean();
  }

  /** Gives the campaign these customers by variant. */
  private void assign(Map<String, Tally> byVariant) {
    served.store.change(
        new CampaignFigures(
            "spring", ++version, 1, MINUTE, new Tally(), Map.of(), byVariant, Map.of(), Map.of()),
        Map.of());
  }

  @Test
  void anIntervalOfSpendIsAsWideForOneGreatBuyerAsForSmallOnes() throws Exception {
    served.store.put(ReferenceKind.CAMPAIGNS, Served.campaign("spring"));
    assign(Map.of("A", spent(4, 1_000), "CONTROL", spent(4, 500)));
    var small = spendPerHead();
    assign(Map.of("A", spent(4, 10_000_000_000L), "CONTROL", spent(4, 5_000_000_000L)));
    assertThat(spendPerHead()).isCloseTo(small * 1e7, within(small * 10));
    assertThat(small).isGreaterThan(5);
  }

  /** How wide the fixed interval of spend is. */
  private double spendPerHead() throws Exception {
    var lift = served.get("/api/v1/campaigns/spring/lift").json();
    var interval = lift.at("/variants/0/spendPerHead/fixedInterval");
    return interval.path("high").asDouble() - interval.path("low").asDouble();
  }

  /** So many customers, one of whom spent anything. */
  private static Tally spent(long customers, long minor) {
    return new Tally()
        .add(Figure.ASSIGNED, customers)
        .add(Figure.SPEND, minor)
        .add(Figure.SPEND_SQUARED, SquaredSpend.lower(minor))
        .add(Figure.SPEND_SQUARED_UPPER, SquaredSpend.upper(minor));
  }

  private static Tally assigned(long reacted, long all) {
    return new Tally()
        .add(Figure.ASSIGNED, all)
        .add(Figure.REACTED, reacted)
        .add(Figure.SPEND, reacted * 1000)
        .add(Figure.SPEND_SQUARED, reacted * 1_000_000);
  }
}
