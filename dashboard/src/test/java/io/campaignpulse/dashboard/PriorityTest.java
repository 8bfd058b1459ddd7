package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.QueueRule;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerActivity.Recent;
import io.campaignpulse.events.views.CustomerActivity.Response;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.events.views.CustomerActivity.Unanswered;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriorityTest {
  private static final long NOW = Served.NOW.toEpochMilli();
  private static final long MINUTE = 60_000;

  private Served served;

  @BeforeEach
  void start() {
    served = new Served();
    served.store.customers.identities.put("phone:+4930901820", "anna");
    served.store.customers.values.put(
        "anna", new CustomerValue("anna", 1, 3, 20, 30, 9_000, 7_000, 1.2, 42.9, 0.7, 150, "A"));
    served.store.customers.ranks = new ValueRanks(0, 100, 50, 140, 90, new double[] {0, 100, 200});
    served.store.customers.activities.put(
        "anna",
        new CustomerActivity(
            "anna",
            List.of(
                new Recent(NOW - MINUTE, "VISIT", Act.ADD_TO_CART, null, null),
                new Recent(NOW - 9 * MINUTE, "ORDER", null, "WEB", 1234L)),
            new Signals(
                null,
                NOW - 15 * MINUTE,
                null,
                null,
                NOW - MINUTE,
                List.of(
                    new Response("spring", NOW - MINUTE, NOW + MINUTE, 1),
                    new Response("winter", NOW - MINUTE, NOW - 1, 1)))));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private JsonNode priority(String query) throws Exception {
    var answer = served.get("/api/v1/priority?" + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void aParameterWithoutAValueIsNotGiven() throws Exception {
    assertThat(priority("customerId=&phone=%2B4930901820").path("customerId").asText())
        .isEqualTo("anna");
    assertThat(priority("customerId=+&phone=&email=&visitorId=v1").path("customerId").isNull())
        .isTrue();
    var nobody = served.get("/api/v1/priority?customerId=&phone=+&email=&visitorId=");
    assertThat(nobody.status()).isEqualTo(400);
    assertThat(nobody.json().at("/errors/0/field").asText()).isEqualTo("customerId");
  }

  @Test
  void aPlusSignThatWasNotEncodedIsOne() throws Exception {
    for (var query : List.of("phone=+4930901820", "phone=%204930901820", "phone=+49+30+901820")) {
      assertThat(priority(query).path("customerId").asText()).as(query).isEqualTo("anna");
    }
  }

  @Test
  void saysHowSoonAndWhy() throws Exception {
    var priority = priority("phone=%2B4930901820");
    assertThat(priority.path("customerId").asText()).isEqualTo("anna");
    assertThat(priority.path("tier").asText()).isEqualTo("A");
    assertThat(priority.path("isNew").asBoolean(true)).isFalse();
    assertThat(priority.path("degraded").asBoolean(true)).isFalse();
    assertThat(priority.path("asOf").asText()).isEqualTo(Served.NOW.toString());
    assertThat(priority.path("reasons").toString())
        .isEqualTo(
            """
            [{"reason":"VALUE","points":43.8,"text":"value"},\
            {"reason":"OPEN_COMPLAINT","points":15,"text":"open complaint"},\
            {"reason":"CAMPAIGN_RESPONSE","points":8,"text":"campaign response"},\
            {"reason":"ABANDONED_CART","points":6,"text":"abandoned cart"}]""");
    assertThat(priority.path("score").asDouble()).isEqualTo(72.8);
    assertThat(priority("customerId=anna")).isEqualTo(priority);
  }

  @Test
  void tellsTheWeightsAndRulesInUseBeforeAnybodySetSome() throws Exception {
    var weights = served.get("/api/v1/priority-weights/CURRENT");
    assertThat(weights.status()).isEqualTo(200);
    assertThat(weights.json().path("value").asDouble()).isEqualTo(50);
    assertThat(served.get("/api/v1/routing-rules/CURRENT").json().path("mostRate").asDouble())
        .isEqualTo(4);
    assertThat(served.get("/api/v1/priority-weights/OTHER").status()).isEqualTo(404);
  }

  @Test
  void namesTheQueueThatShouldTakeTheCall() throws Exception {
    assertThat(priority("customerId=anna").path("queue").isNull()).isTrue();
    var rules =
        RoutingRules.newBuilder()
            .setRulesId(ReferenceKind.CURRENT)
            .setQueues(
                List.of(
                    rule("korean complaints", List.of(CallReason.COMPLAINT), List.of("ko")),
                    rule("complaints", List.of(CallReason.COMPLAINT), List.of()),
                    rule("others", List.of(), List.of())))
            .build();
    var other = new Served();
    other.store.put(ReferenceKind.ROUTING_RULES, rules);
    try {
      assertThat(answer(other, "phone=%2B1").path("queue").asText()).isEqualTo("others");
      other.store.customers.activities.putAll(served.store.customers.activities);
      assertThat(answer(other, "customerId=anna").path("queue").asText()).isEqualTo("complaints");
      other.store.put(
          ReferenceKind.CUSTOMERS,
          Customer.newBuilder().setCustomerId("anna").setLanguage("ko").build());
      assertThat(answer(other, "customerId=anna").path("queue").asText())
          .isEqualTo("korean complaints");
    } finally {
      other.close();
    }
  }

  private static QueueRule rule(String queue, List<CallReason> reasons, List<String> languages) {
    return new QueueRule(queue, reasons, List.of(), languages, List.of());
  }

  @Test
  void namesTheQueueOfTheAgentWhoServedTheCallerLastWhileThatAgentAnswersCalls() throws Exception {
    assertThat(queue(null, "eve")).isNull();
    assertThat(queue("eve", "ida")).isEqualTo("team");
    assertThat(queue("eve", "eve")).isEqualTo("agent-eve");
    assertThat(queue("ida", "ida")).isEqualTo("agent-ida");
    assertThat(queue("ida", "eve")).isNull();
  }

  private static String queue(String lastAgentId, String active) throws Exception {
    try (var other = new Served()) {
      other.put(
          "/api/v1/routing-rules/CURRENT",
          """
          {"queues": [
            {"queue": "agent-{lastAgentId}"}, {"queue": "team", "lastAgents": ["eve"]}]}""");
      other.store.customers.agents = new AgentsActive(Set.of(active));
      other.store.customers.activities.put(
          "phone:+4930901829",
          new CustomerActivity(
              "phone:+4930901829", List.of(), Signals.NONE, List.of(), lastAgentId));
      return answer(other, "phone=%2B4930901829").path("queue").textValue();
    }
  }

  private static JsonNode answer(Served of, String query) throws Exception {
    return of.get("/api/v1/priority?" + query).json();
  }

  @Test
  void isOfTheMomentOfAskingInEventTime() throws Exception {
    served.store.figures.arrivals = new Arrivals(1, NOW, NOW - 15 * MINUTE, false, Map.of());
    assertThat(priority("customerId=anna").path("reasons").toString())
        .contains("{\"reason\":\"ABANDONED_CART\",\"points\":12,\"text\":\"abandoned cart\"}");
  }

  @Test
  void givesAnUnknownCallerTheDefaultAndNoError() throws Exception {
    for (var query : List.of("phone=%2B4930901829", "phone=anonymous", "customerId=nobody")) {
      var priority = priority(query);
      assertThat(priority.path("customerId").isNull()).as(query).isTrue();
      assertThat(priority.path("score").asDouble()).isEqualTo(25);
      assertThat(priority.at("/reasons/0/reason").asText()).isEqualTo("UNKNOWN_CALLER");
      assertThat(priority.at("/reasons/0/text").asText()).isEqualTo("unknown caller");
      assertThat(priority.path("degraded").asBoolean(true)).isFalse();
    }
    assertThat(served.get("/api/v1/priority").status()).isEqualTo(400);
  }

  @Test
  void scoresACallerByWhatWasDoneUnderTheirNumber() throws Exception {
    var signals = new Signals(null, null, NOW, null, null, List.of());
    served.store.customers.activities.put(
        "phone:+4930901829", new CustomerActivity("phone:+4930901829", List.of(), signals));
    for (var query : List.of("phone=%2B4930901829", "customerId=phone:%2B4930901829")) {
      var priority = priority(query);
      assertThat(priority.path("customerId").isNull()).isTrue();
      assertThat(priority.path("tier").asText()).isEqualTo("C");
      assertThat(priority.path("isNew").asBoolean()).isTrue();
      assertThat(priority.path("reasons").toString())
          .isEqualTo(
              """
              [{"reason":"UNKNOWN_CALLER","points":25,"text":"unknown caller"},\
              {"reason":"REPEATED_CALL","points":5,"text":"repeated call"}]""");
    }
  }

  @Test
  void knowsACustomerWhoIsOnFileAndDidNothing() throws Exception {
    served.put("/api/v1/customers/bert", "{\"name\": \"Bert\"}");
    var priority = priority("customerId=bert");
    assertThat(priority.path("customerId").asText()).isEqualTo("bert");
    assertThat(priority.path("score").asDouble(-1)).isZero();
    assertThat(priority.path("isNew").asBoolean()).isTrue();
  }

  @Test
  void givesTheDefaultWhileTheStoreIsDownAndSaysSo() throws Exception {
    served.store.down = true;
    var priority = priority("customerId=anna");
    assertThat(priority.path("degraded").asBoolean()).isTrue();
    assertThat(priority.path("score").asDouble()).isEqualTo(25);
    assertThat(priority.path("tier").asText()).isEqualTo("C");
  }

  @Test
  void takesUpWeightsThatAreEditedAndRefusesThoseThatGoBeyondAHundred() throws Exception {
    var edited =
        served.put("/api/v1/priority-weights/CURRENT", "{\"value\": 10, \"unknownCaller\": 40}");
    assertThat(edited.status()).isEqualTo(200);
    assertThat(priority("customerId=anna").at("/reasons/1/points").asDouble()).isEqualTo(8.8);
    assertThat(priority("phone=none").path("score").asDouble()).isEqualTo(40);
    var refused = served.put("/api/v1/priority-weights/CURRENT", "{\"value\": 60, \"cart\": -1}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors"))
        .extracting(error -> error.path("field").asText())
        .containsExactly("cart");
    assertThat(served.put("/api/v1/priority-weights/CURRENT", "{\"value\": 60}").status())
        .isEqualTo(422);
  }

  @Test
  void theCardSaysWhatACustomerDidLastAndHowSoonTheyShouldBeAnswered() throws Exception {
    var card = served.get("/api/v1/customers/anna").json();
    assertThat(card.at("/priority/score").asDouble()).isEqualTo(72.8);
    assertThat(card.at("/priority/reasons/0/reason").asText()).isEqualTo("VALUE");
    assertThat(card.path("lastInteractions")).hasSize(2);
    assertThat(card.at("/lastInteractions/0/act").asText()).isEqualTo("ADD_TO_CART");
    assertThat(card.at("/lastInteractions/1/amount").asText()).isEqualTo("12.34");
    assertThat(card.at("/lastInteractions/1/channel").asText()).isEqualTo("WEB");
    assertThat(card.path("openComplaintSince").asText()).isEqualTo("2026-03-02T11:59:30Z");
    assertThat(card.path("runningCampaigns")).hasSize(1);
    assertThat(card.at("/runningCampaigns/0/campaignId").asText()).isEqualTo("spring");
  }

  @Test
  void theCardTellsAlsoOfCampaignsThatWaitForTheCustomerWithoutWeighingThem() throws Exception {
    var before = served.get("/api/v1/customers/anna").json();
    served.store.customers.activities.computeIfPresent(
        "anna",
        (id, activity) ->
            activity.contactedBy(
                List.of(new Unanswered("may", NOW + MINUTE), new Unanswered("past", NOW - 1))));
    var card = served.get("/api/v1/customers/anna").json();
    var campaigns = card.path("runningCampaigns");
    assertThat(campaigns).hasSize(2);
    assertThat(campaigns.at("/0/respondedAt").asText()).isEqualTo("2026-03-02T11:59:30Z");
    assertThat(campaigns.at("/1/campaignId").asText()).isEqualTo("may");
    assertThat(campaigns.at("/1/respondedAt").isNull()).isTrue();
    assertThat(campaigns.at("/1/runsUntil").asText()).isNotEmpty();
    assertThat(card.path("priority")).isEqualTo(before.path("priority"));
  }
}
