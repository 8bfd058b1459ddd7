package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class QueuesTest {
  private static final String SALES = "/api/v1/queues/sales";

  @AutoClose private final Served served = new Served();

  private void wait(RoutingDecision... calls) {
    for (var call : calls) {
      served.store.calls.put(call.callId(), call);
    }
  }

  private void mode(QueueMode mode) {
    served.store.queues.put(Calls.QUEUE, Calls.state(mode));
  }

  /** By what was gained: 120, 100, 90, 50. */
  private void waitInBothOrders() {
    wait(
        Calls.of("slow-c", "cora", "C", 1, 100),
        Calls.of("quick-a", "anna", "A", 4, 30),
        Calls.of("b", "bert", "B", 3, 30),
        Calls.of("late-a", "arno", "A", 5, 10));
  }

  private List<String> listed() throws Exception {
    var ids = new ArrayList<String>();
    served.get(SALES).json().path("calls").forEach(call -> ids.add(call.path("callId").asText()));
    return ids;
  }

  private Served.Answer next(String body) throws Exception {
    return served.post(SALES + "/next", Served.JSON, body);
  }

  private Served.Answer next() throws Exception {
    return next("{\"agentId\": \"agent-1\"}");
  }

  private List<String> taken() throws Exception {
    var ids = new ArrayList<String>();
    for (var answer = next(); answer.status() == 200; answer = next()) {
      ids.add(answer.json().path("callId").asText());
    }
    return ids;
  }

  private Call written(int index) throws Exception {
    return (Call) EventType.CALL.codec().decode(served.log.entries.get(index).value());
  }

  @Test
  void saysHowEachQueueDoes() throws Exception {
    assertThat(served.get("/api/v1/queues").json()).isEmpty();
    mode(QueueMode.STRICT);
    waitInBothOrders();
    var queue = served.get("/api/v1/queues").json().get(0);
    assertThat(queue.path("queue").asText()).isEqualTo("sales");
    assertThat(queue.path("mode").asText()).isEqualTo("STRICT");
    assertThat(queue.path("modeSince").asText()).isEqualTo("2026-03-02T11:59:30Z");
    assertThat(queue.path("windowSeconds").asInt()).isEqualTo(300);
    assertThat(queue.path("queued").asInt()).isEqualTo(40);
    assertThat(queue.path("answered").asInt()).isEqualTo(35);
    assertThat(queue.path("abandoned").asInt()).isEqualTo(4);
    assertThat(queue.path("waiting").toString()).isEqualTo("{\"A\":2,\"B\":1,\"C\":1}");
    assertThat(queue.path("longestWaitSeconds").asDouble()).isEqualTo(100);
    assertThat(queue.path("expectedWaitSeconds").toString())
        .isEqualTo("{\"A\":4.5,\"B\":9,\"C\":null}");
    assertThat(queue.has("calls")).isFalse();
  }

  @Test
  void listsWhoWaitsInTheOrderOfTheMoment() throws Exception {
    mode(QueueMode.ACCUMULATING);
    waitInBothOrders();
    assertThat(listed()).containsExactly("quick-a", "slow-c", "b", "late-a");
    mode(QueueMode.STRICT);
    assertThat(listed()).containsExactly("quick-a", "late-a", "b", "slow-c");
  }

  @Test
  void theOrderMovesWithEventTime() throws Exception {
    wait(Calls.of("first", "anna", "C", 1, 100), Calls.of("fast", "bert", "A", 4, 26));
    assertThat(listed()).containsExactly("fast", "first");
    var before = Served.NOW.toEpochMilli() - 5_000;
    served.store.figures.arrivals = new Arrivals(1, before, before, false, Map.of());
    assertThat(listed()).containsExactly("first", "fast");
  }

  @Test
  void tellsWhoEachCallerIsAndWhy() throws Exception {
    served.put("/api/v1/customers/anna", "{\"name\": \"Anna Blum\"}");
    wait(
        Calls.of("one", "anna", "A", 4, 30),
        Calls.of("two", "nemo", "B", 2, 20),
        Calls.ofUnknown("three", "phone:+4930901820", 1, 10));
    var calls = served.get(SALES).json().path("calls");
    var anna = calls.get(0);
    assertThat(anna.path("position").asInt()).isEqualTo(1);
    assertThat(anna.path("customerId").asText()).isEqualTo("anna");
    assertThat(anna.path("name").asText()).isEqualTo("Anna Blum");
    assertThat(anna.path("tier").asText()).isEqualTo("A");
    assertThat(anna.path("score").asDouble()).isEqualTo(43.8);
    assertThat(anna.path("reasons").toString())
        .isEqualTo("[{\"reason\":\"VALUE\",\"points\":43.8,\"text\":\"value\"}]");
    assertThat(anna.path("waitSeconds").asDouble()).isEqualTo(30);
    assertThat(anna.path("rate").asDouble()).isEqualTo(4);
    assertThat(anna.path("suggestedQueue").asText()).isEqualTo("complaints");
    assertThat(anna.path("callReason").asText()).isEqualTo("CAMPAIGN");
    assertThat(anna.path("lastAgentId").asText()).isEqualTo("agent-7");
    assertThat(anna.path("expectedWaitSeconds").asDouble()).isEqualTo(12.5);
    assertThat(anna.at("/offer/offerId").asText()).isEqualTo("warranty");
    assertThat(calls.get(1).path("name").isNull()).isTrue();
    assertThat(calls.get(2).path("customerId").isNull()).isTrue();
    assertThat(calls.get(2).path("identity").asText()).isEqualTo("phone:+4930901820");
    assertThat(calls.get(2).path("position").asInt()).isEqualTo(3);
  }

  @Test
  void aQueueNobodyHasHeardOfIsNotThere() throws Exception {
    assertThat(served.get(SALES).status()).isEqualTo(404);
    mode(QueueMode.ACCUMULATING);
    assertThat(served.get(SALES).json().path("calls")).isEmpty();
  }

  @Test
  void tellsOfOneCallWhileItWaits() throws Exception {
    wait(Calls.of("one", "anna", "A", 4, 30));
    var call = served.get(SALES + "/calls/one");
    assertThat(call.json().path("decisionId").asText()).isEqualTo("decision-one");
    assertThat(call.json().path("waitSeconds").asDouble()).isEqualTo(30);
    assertThat(next().status()).isEqualTo(200);
    assertThat(served.get(SALES + "/calls/one").status()).isEqualTo(404);
    assertThat(served.get("/api/v1/queues/other/calls/one").status()).isEqualTo(404);
  }

  @Test
  void givesCallsInTheOrderOfTheMode() throws Exception {
    mode(QueueMode.ACCUMULATING);
    waitInBothOrders();
    assertThat(taken()).containsExactly("quick-a", "slow-c", "b", "late-a");
    served.store.claims.clear();
    mode(QueueMode.STRICT);
    assertThat(taken()).containsExactly("quick-a", "late-a", "b", "slow-c");
    assertThat(next().status()).isEqualTo(204);
  }

  @Test
  void aCallThatCameAMomentAgoIsGivenFirstIfItGoesFirst() throws Exception {
    waitInBothOrders();
    assertThat(next().json().path("callId").asText()).isEqualTo("quick-a");
    wait(Calls.of("newest", "nora", "A", 50, 9));
    assertThat(next().json().path("callId").asText()).isEqualTo("newest");
  }

  @Test
  void writesThatTheCallWasAnswered() throws Exception {
    wait(Calls.of("one", "anna", "A", 4, 30));
    var answer = next("{\"agentId\": \" agent-1 \"}").json();
    assertThat(answer.path("callId").asText()).isEqualTo("one");
    assertThat(answer.path("waitSeconds").asDouble()).isEqualTo(30);
    assertThat(served.log.entries.get(0).topic()).isEqualTo("calls");
    assertThat(served.log.entries.get(0).key()).isEqualTo("anna");
    var event = written(0);
    assertThat(event.getEventId()).isEqualTo("taken-one-" + (Served.NOW.toEpochMilli() - 30_000));
    assertThat(event.getPhase()).isEqualTo(CallPhase.ANSWERED);
    assertThat(event.getOccurredAt()).isEqualTo(Served.NOW);
    assertThat(event.getCustomer().getCustomerId()).isEqualTo("anna");
    assertThat(event.getQueue()).isEqualTo("sales");
    assertThat(event.getDialledNumber()).isEqualTo("+4930901820");
    assertThat(event.getCampaignCode()).isEqualTo("SPRING");
    assertThat(event.getAgentId()).isEqualTo("agent-1");
    assertThat(event.getWaitMillis()).isEqualTo(30_000);
  }

  @Test
  void anUnknownCallersAnswerIsWrittenUnderTheirIdentity() throws Exception {
    wait(
        Calls.ofUnknown("one", "phone:+4930901820", 1, 30),
        Calls.ofUnknown("two", "email:a@b.c", 1, 20),
        Calls.ofUnknown("three", "visitor:a:b", 1, 10));
    assertThat(taken()).hasSize(3);
    assertThat(served.log.entries)
        .extracting(entry -> entry.key())
        .containsExactly("phone:+4930901820", "email:a@b.c", "visitor:a:b");
  }

  @Test
  void isNeverAnsweredBeforeItWasQueued() throws Exception {
    wait(Calls.of("one", "anna", "A", 4, -5));
    assertThat(next().json().path("waitSeconds").asDouble(-1)).isZero();
    assertThat(written(0).getOccurredAt()).isEqualTo(Served.NOW.plusSeconds(5));
    assertThat(written(0).getWaitMillis()).isZero();
  }

  @Test
  void aCallWaitsOnThatCouldNotBeWritten() throws Exception {
    waitInBothOrders();
    served.log.refusing = true;
    assertThat(next().status()).isEqualTo(503);
    assertThat(served.store.claims).isEmpty();
    assertThat(listed()).hasSize(4);
    served.log.refusing = false;
    assertThat(next().json().path("callId").asText()).isEqualTo("quick-a");
  }

  @Test
  void aCallThatCannotBeWrittenAtAllDoesNotHoldUpTheOthers() throws Exception {
    wait(
        Calls.ofUnknown("odd", "phone:nobody", 9, 90),
        Calls.of("x".repeat(256), "anna", "A", 4, 30));
    assertThat(taken()).containsExactly("x".repeat(256));
    assertThat(written(0).getEventId()).startsWith("taken-").hasSizeLessThan(256);
  }

  @Test
  void givesAnotherCallWhenTheClaimWasLostOnTheWay() throws Exception {
    waitInBothOrders();
    var claim = FakeStore.claim(served.store.calls.get("quick-a"));
    served.log.meanwhile = () -> served.store.claims.replace(claim, "another");
    assertThat(next().json().path("callId").asText()).isEqualTo("slow-c");
    assertThat(served.store.claims.get(claim)).isEqualTo("another");
  }

  @Test
  void whoAsksMayBeNamedInTheAddress() throws Exception {
    wait(Calls.of("one", "anna", "A", 4, 30));
    assertThat(served.post(SALES + "/next?agentId=", Served.JSON, "").status()).isEqualTo(400);
    var taken = served.post(SALES + "/next?agentId=agent-9", Served.JSON, "");
    assertThat(taken.status()).isEqualTo(200);
    assertThat(written(0).getAgentId()).isEqualTo("agent-9");
  }

  @Test
  void asksWhichAgentTakesTheCall() throws Exception {
    for (var body : List.of("{}", "{\"agentId\": \" \"}", "{\"agentId\": 7}", "[]")) {
      var refused = next(body);
      assertThat(refused.status()).as(body).isEqualTo(400);
      assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("agentId");
    }
    assertThat(next("{\"agentId\": \"" + "x".repeat(257) + "\"}").status()).isEqualTo(400);
    assertThat(next("").status()).isEqualTo(400);
    assertThat(next("{").status()).isEqualTo(400);
  }

  @Test
  void saysThatTheStoreIsDown() throws Exception {
    wait(Calls.of("one", "anna", "A", 4, 30));
    served.store.down = true;
    for (JsonNode answer : List.of(served.get(SALES).json(), next().json())) {
      assertThat(answer.path("status").asInt()).isEqualTo(503);
    }
  }
}
