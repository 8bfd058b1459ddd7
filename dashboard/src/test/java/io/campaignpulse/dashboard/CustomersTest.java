package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.FitOutcome;
import io.campaignpulse.events.views.ValueRanks;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CustomersTest {
  private static final String MODEL =
      """
      {"asOf": "1997-09-30", "sampleSize": 2357, "logLikelihood": -9582.4,
       "bgNbd": {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426},
       "gammaGamma": {"p": 6.25, "q": %s, "v": 15.44}}""";

  @AutoClose private final Served served = new Served();

  private void bought(String customer, double worth, String tier) {
    served.store.customers.values.put(
        customer,
        new CustomerValue(
            customer, 10_134, 3, 213, 272, 9_000, 7_000, 1.226, 42.9551, 0.7266, worth, tier));
  }

  @Test
  void aCardSaysWhatIsOnFileAndWhatACustomerIsWorth() throws Exception {
    served.put("/api/v1/customers/anna", "{\"name\": \"Anna\", \"phones\": [\"+4930901820\"]}");
    bought("anna", 150, "A");
    served.store.customers.ranks = new ValueRanks(0, 100, 50, 140, 90, new double[] {0, 100, 200});
    var card = served.get("/api/v1/customers/anna").json();
    assertThat(card.path("name").asText()).isEqualTo("Anna");
    assertThat(card.at("/phones/0").asText()).isEqualTo("+4930901820");
    assertThat(card.path("tier").asText()).isEqualTo("A");
    assertThat(card.path("isNew").asBoolean()).isFalse();
    var value = card.path("value");
    assertThat(value.path("asOf").asText()).isEqualTo("1997-09-30");
    assertThat(value.path("purchaseDays").asInt()).isEqualTo(3);
    assertThat(value.path("repeatPurchases").asInt()).isEqualTo(2);
    assertThat(value.path("recencyWeeks").asDouble()).isEqualTo(30.43, within(0.01));
    assertThat(value.path("ageWeeks").asDouble()).isEqualTo(38.86, within(0.01));
    assertThat(value.path("meanSpend").asText()).isEqualTo("35.00");
    assertThat(value.path("spend").asText()).isEqualTo("90.00");
    assertThat(value.path("expectedPurchases").asDouble()).isEqualTo(1.226);
    assertThat(value.path("expectedSpend").asText()).isEqualTo("42.96");
    assertThat(value.path("probabilityAlive").asDouble()).isEqualTo(0.7266);
    assertThat(value.path("percentile").asDouble()).isEqualTo(87.5);
  }

  @Test
  void aCustomerWhoNeverBoughtIsNewAndInTheLastTier() throws Exception {
    served.put("/api/v1/customers/bert", "{\"name\": \"Bert\"}");
    var card = served.get("/api/v1/customers/bert").json();
    assertThat(card.path("tier").asText()).isEqualTo("C");
    assertThat(card.path("isNew").asBoolean()).isTrue();
    assertThat(card.at("/value/purchaseDays").asInt(-1)).isZero();
    assertThat(card.at("/value/percentile").isNull()).isTrue();
    served.store.customers.values.put("bert", CustomerValue.none("bert", 10_134));
    served.store.customers.ranks = new ValueRanks(0, 100, 50, 140, 90, new double[] {0, 100, 200});
    var returned = served.get("/api/v1/customers/bert").json();
    assertThat(returned.path("isNew").asBoolean()).isTrue();
    assertThat(returned.at("/value/percentile").asDouble(-1)).isZero();
    assertThat(returned.at("/value/recencyWeeks").isNull()).isTrue();
  }

  @Test
  void aCustomerWhoIsOnNoFileHasACardByTheirPurchases() throws Exception {
    assertThat(served.get("/api/v1/customers/carl").status()).isEqualTo(404);
    bought("carl", 100, "B");
    var card = served.get("/api/v1/customers/carl").json();
    assertThat(card.path("customerId").asText()).isEqualTo("carl");
    assertThat(card.path("name").isNull()).isTrue();
    assertThat(card.path("tier").asText()).isEqualTo("B");
  }

  @Test
  void aCustomerIsFoundByEveryIdentityHoweverItIsWritten() throws Exception {
    served.store.customers.identities.put("phone:+4930901820", "anna");
    served.store.customers.identities.put("email:anna@mail.example", "anna");
    served.store.customers.identities.put("visitor:c1", "anna");
    bought("anna", 1, "C");
    for (var query :
        List.of(
            "phone=0049%2030%20901820",
            "phone=+4930901820",
            "customerId=+&phone=%2B4930901820",
            "email=Anna@mail.example",
            "visitorId=c1",
            "customerId=anna")) {
      var found = served.get("/api/v1/customers?" + query);
      assertThat(found.json().path("customerId").asText()).as(query).isEqualTo("anna");
    }
    assertThat(served.get("/api/v1/customers?phone=%2B4930901821").status()).isEqualTo(404);
    assertThat(served.get("/api/v1/customers?customerId=bert").status()).isEqualTo(404);
  }

  @Test
  void aQueryThatNamesNobodyNamesTheFieldAtFault() throws Exception {
    var malformed = served.get("/api/v1/customers?phone=12");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.json().at("/errors/0/field").asText()).isEqualTo("phone");
    assertThat(served.get("/api/v1/customers").json().at("/errors/0/field").asText())
        .isEqualTo("customerId");
  }

  @Test
  void aStoreThatIsDownIsSaid() throws Exception {
    served.store.down = true;
    assertThat(served.get("/api/v1/customers/anna").status()).isEqualTo(503);
    assertThat(served.get("/api/v1/value-model").status()).isEqualTo(503);
  }

  @Test
  void theModelInUseIsReadAsItWasPublished() throws Exception {
    assertThat(served.get("/api/v1/value-model").status()).isEqualTo(404);
    served.put("/api/v1/value-models/CURRENT", MODEL.formatted("3.74"));
    var model = served.get("/api/v1/value-model").json();
    assertThat(model.path("asOf").asText()).isEqualTo("1997-09-30");
    assertThat(model.path("sampleSize").asLong()).isEqualTo(2357);
    assertThat(model.path("logLikelihood").asDouble()).isEqualTo(-9582.4);
    assertThat(model.at("/bgNbd/alpha").asDouble()).isEqualTo(4.414);
    assertThat(model.at("/gammaGamma/q").asDouble()).isEqualTo(3.74);
    assertThat(model.path("horizonWeeks").asDouble()).isEqualTo(52);
    assertThat(model.has("modelId")).isFalse();
  }

  @Test
  void parametersWithoutAMeaningAreRefusedByName() throws Exception {
    var refused = served.put("/api/v1/value-models/CURRENT", MODEL.formatted("0.9"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("gammaGamma.q");
    var negative = MODEL.formatted("3.74").replace("0.243", "-1").replace("4.414", "0");
    assertThat(served.put("/api/v1/value-models/CURRENT", negative).json().path("errors"))
        .extracting(error -> error.path("field").asText())
        .containsExactly("bgNbd.r", "bgNbd.alpha");
  }

  @Test
  void aFitIsOrderedOverTheLog() throws Exception {
    var ordered =
        served.post("/api/v1/value-model/fits", Served.JSON, "{\"asOf\": \"1997-09-30\"}");
    assertThat(ordered.status()).isEqualTo(202);
    var id = ordered.json().path("order").asText();
    var entry = served.log.entries.get(0);
    assertThat(entry.topic()).isEqualTo(Topics.COMMANDS);
    assertThat(FitOrder.of(new String(entry.value(), StandardCharsets.UTF_8)))
        .contains(new FitOrder(LocalDate.of(1997, 9, 30), id));
    assertThat(served.post("/api/v1/value-model/fits", Served.JSON, "").status()).isEqualTo(202);
    var wrong = served.post("/api/v1/value-model/fits", Served.JSON, "{\"asOf\": \"soon\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().at("/errors/0/field").asText()).isEqualTo("asOf");
  }

  @Test
  void whatCameOfTheLastFitIsTold() throws Exception {
    assertThat(served.get("/api/v1/value-model/fits/last").status()).isEqualTo(404);
    served.store.customers.fit = new FitOutcome("one", 10_134, 7, "too few");
    var last = served.get("/api/v1/value-model/fits/last").json();
    assertThat(last.path("order").asText()).isEqualTo("one");
    assertThat(last.path("asOf").asText()).isEqualTo("1997-09-30");
    assertThat(last.path("refusal").asText()).isEqualTo("too few");
  }
}
