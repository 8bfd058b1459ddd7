package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesPreviewTest {
  /** All calls here are about a campaign, in German. */
  private static final String BEST_ASIDE =
      """
      {"queues": [
        {"queue": "korean", "languages": ["ko"]},
        {"queue": "best", "reasons": ["CAMPAIGN"], "tiers": ["A"], "languages": ["de", "en"]},
        {"queue": "never", "tiers": ["A"]},
        {"queue": "sales", "reasons": ["CAMPAIGN"]}]}""";

  private static final String ALL_TO_BEST = "{\"queues\": [{\"queue\": \"best\"}]}";

  private Served served;

  @BeforeEach
  void start() {
    served = new Served();
    served.store.queues.put(Calls.QUEUE, Calls.state(QueueMode.ACCUMULATING));
    wait(Calls.of("one", "anna", "A", 9, 30), Calls.of("two", "bert", "C", 9, 40));
    wait(Calls.ofUnknown("three", "phone:+4930901820", 9, 50));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private void wait(RoutingDecision... calls) {
    for (var call : calls) {
      served.store.calls.put(call.callId(), call);
    }
  }

  private Served.Answer preview(String rules) throws Exception {
    return served.post("/api/v1/routing-rules/preview", Served.JSON, rules);
  }

  @Test
  void saysWhichWaitingCallsAnotherQueueShouldTake() throws Exception {
    served.put("/api/v1/customers/anna", "{\"name\": \"Anna\"}");
    var preview = preview(BEST_ASIDE).json();
    assertThat(preview.path("asOf").asText()).isEqualTo(Served.NOW.toString());
    assertThat(preview.path("waiting").asInt()).isEqualTo(3);
    assertThat(preview.path("changing").asInt()).isEqualTo(1);
    assertThat(preview.path("calls"))
        .containsExactly(
            Json.MAPPER.readTree(
                """
                {"queue": "sales", "callId": "one", "customerId": "anna", "identity": null,
                 "name": "Anna", "tier": "A", "language": "de", "callReason": "CAMPAIGN",
                 "lastAgentId": "agent-7",
                 "before": "sales", "after": "best"}"""));
  }

  @Test
  void comparesWithTheRulesInUse() throws Exception {
    served.put("/api/v1/routing-rules/CURRENT", BEST_ASIDE);
    assertThat(preview(BEST_ASIDE).json().path("changing").asInt(-1)).isZero();
    var preview = preview(ALL_TO_BEST).json();
    assertThat(preview.path("changing").asInt()).isEqualTo(2);
    assertThat(preview.at("/elsewhere/before").asInt()).isEqualTo(1);
    assertThat(preview.at("/elsewhere/after").asInt()).isEqualTo(3);
    var back = preview("{}").json();
    assertThat(back.at("/calls/0/before").asText()).isEqualTo("best");
    assertThat(back.at("/calls/0/after").asText()).isEqualTo("sales");
  }

  /** All callers here were served last by agent-7. */
  @Test
  void goesByTheLastAgentAndByWhetherThatAgentAnswersCalls() throws Exception {
    var own =
        """
        {"queues": [
          {"queue": "of-{lastAgentId}", "tiers": ["A"]},
          {"queue": "team", "lastAgents": ["agent-6", "agent-7"]}]}""";
    var gone = preview(own).json();
    assertThat(gone.path("calls"))
        .extracting(call -> call.path("after").asText())
        .containsOnly("team");
    assertThat(gone.path("changing").asInt()).isEqualTo(3);
    served.store.customers.agents = new AgentsActive(Set.of("agent-7"));
    assertThat(preview(own).json().path("calls"))
        .extracting(call -> call.path("after").asText())
        .containsExactly("team", "team", "of-agent-7");
    var others = preview("{\"queues\": [{\"queue\": \"x\", \"lastAgents\": [\"eve\"]}]}");
    assertThat(others.json().path("changing").asInt(-1)).isZero();
  }

  @Test
  void takesAndTellsTheLastAgentsOfRules() throws Exception {
    var path = "/api/v1/routing-rules/CURRENT";
    served.put(
        path, "{\"queues\": [{\"queue\": \"x\", \"lastAgents\": [\"eve\"]}, {\"queue\": \"y\"}]}");
    var queues = served.get(path).json().path("queues");
    assertThat(queues.at("/0/lastAgents").toString()).isEqualTo("[\"eve\"]");
    assertThat(queues.at("/1/lastAgents").toString()).isEqualTo("[]");
    var refused =
        served.put(
            path, "{\"queues\": [{\"queue\": \"{agent}\", \"lastAgents\": [\"eve\", \"\"]}]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors"))
        .extracting(error -> error.path("field").asText())
        .containsExactly("queues[0].queue", "queues[0].lastAgents[1]");
  }

  @Test
  void tellsThoseWhoWaitLongestFirstAndFiftyAtMost() throws Exception {
    for (int i = 0; i < 80; i++) {
      wait(Calls.of("call-" + i, "customer-" + i, "B", 1, 100 + i));
    }
    var preview = preview(ALL_TO_BEST).json();
    assertThat(preview.path("changing").asInt()).isEqualTo(83);
    assertThat(preview.path("calls")).hasSize(50);
    assertThat(preview.at("/calls/0/callId").asText()).isEqualTo("call-79");
  }

  @Test
  void refusesWhatCouldNotBeSavedByItsFieldAndChangesNothing() throws Exception {
    var refused =
        preview("{\"queues\": [{\"queue\": \"a\"}, {\"queue\": \" \", \"tiers\": [\"D\"]}]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors"))
        .extracting(error -> error.path("field").asText())
        .containsExactly("queues[1].queue", "queues[1].tiers");
    assertThat(preview("{\"queue\": []}").status()).isEqualTo(422);
    assertThat(preview("[]").status()).isEqualTo(422);
    assertThat(preview("").status()).isEqualTo(400);
    preview(BEST_ASIDE);
    assertThat(served.log.entries).isEmpty();
  }

  @Test
  void nobodyWaitsIsAnAnswerToo() throws Exception {
    served.store.calls.clear();
    var preview = preview(ALL_TO_BEST);
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.json().path("waiting").asInt(-1)).isZero();
    assertThat(preview.json().path("calls")).isEmpty();
  }
}
