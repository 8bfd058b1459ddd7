package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.events.views.ValueRanks;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeightsPreviewTest {
  private static final long NOW = Served.NOW.toEpochMilli();

  /** Worth nothing, a complaint everything. */
  private static final String COMPLAINTS_ONLY =
      """
      {"value": 0, "cart": 0, "productView": 0, "campaignResponse": 0, "complaint": 50,
       "repeatedCall": 0, "abandonedCall": 0, "unknownCaller": 0}""";

  private Served served;

  /** Anna is worth most, Bert complained, and of who calls from a number nothing is known. */
  @BeforeEach
  void start() {
    served = new Served();
    worth("anna", 200, "A");
    worth("bert", 1, "C");
    served.store.customers.activities.put(
        "bert",
        new CustomerActivity(
            "bert", List.of(), new Signals(null, null, null, null, NOW - 60_000, List.of())));
    served.store.customers.ranks = new ValueRanks(0, 100, 50, 140, 90, new double[] {0, 100, 200});
    served.store.queues.put(Calls.QUEUE, Calls.state(QueueMode.ACCUMULATING));
    wait(Calls.of("one", "anna", "A", 9, 30), Calls.of("two", "bert", "C", 9, 30));
    wait(Calls.ofUnknown("three", "phone:+4930901820", 9, 30));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private void worth(String customer, double worth, String tier) {
    served.store.customers.values.put(
        customer, new CustomerValue(customer, 1, 3, 20, 30, 9, 7, 1.2, 42.9, 0.7, worth, tier));
  }

  private void wait(RoutingDecision... calls) {
    for (var call : calls) {
      served.store.calls.put(call.callId(), call);
    }
  }

  private Served.Answer preview(String weights) throws Exception {
    return served.post("/api/v1/priority-weights/preview", Served.JSON, weights);
  }

  private static JsonNode of(JsonNode rows, String id, String value) {
    for (var row : rows) {
      if (row.path(id).asText().equals(value)) {
        return row;
      }
    }
    throw new AssertionError("no " + value + " in " + rows);
  }

  @Test
  void saysWhichWaitingCallsWouldMove() throws Exception {
    served.put("/api/v1/customers/bert", "{\"name\": \"Bert\"}");
    var preview = preview(COMPLAINTS_ONLY).json();
    assertThat(preview.path("asOf").asText()).isEqualTo(Served.NOW.toString());
    assertThat(preview.path("waiting").asInt()).isEqualTo(3);
    assertThat(preview.path("moving").asInt()).isEqualTo(3);
    assertThat(preview.at("/calls/0/callId").asText()).isEqualTo("one");
    var bert = of(preview.path("calls"), "callId", "two");
    assertThat(bert.path("name").asText()).isEqualTo("Bert");
    assertThat(bert.path("queue").asText()).isEqualTo("sales");
    standsAt(bert.path("before"), 40.1, 2);
    standsAt(bert.path("after"), 50, 1);
    var anna = of(preview.path("calls"), "callId", "one");
    standsAt(anna.path("before"), 50, 1);
    standsAt(anna.path("after"), 0, 2);
    var unknown = of(preview.path("calls"), "callId", "three");
    assertThat(unknown.path("customerId").isNull()).isTrue();
    assertThat(unknown.path("identity").asText()).isEqualTo("phone:+4930901820");
    standsAt(unknown.path("before"), 25, 3);
  }

  private static void standsAt(JsonNode side, double score, int position) {
    assertThat(side.path("score").asDouble(-1)).isEqualTo(score);
    assertThat(side.path("position").asInt()).isEqualTo(position);
  }

  @Test
  void saysHowCustomersScoresWouldChange() throws Exception {
    served.put("/api/v1/customers/anna", "{\"name\": \"Anna\"}");
    var sample = preview(COMPLAINTS_ONLY).json().path("sample");
    assertThat(sample.path("customers").asInt()).isEqualTo(2);
    assertThat(sample.at("/tiers/0/tier").asText()).isEqualTo("A");
    assertThat(sample.at("/tiers/0/customers").asInt()).isEqualTo(1);
    assertThat(sample.at("/tiers/0/before").asDouble()).isEqualTo(50);
    assertThat(sample.at("/tiers/0/after").asDouble(-1)).isZero();
    assertThat(sample.at("/tiers/1/customers").asInt(-1)).isZero();
    assertThat(sample.at("/tiers/1/before").isNull()).isTrue();
    assertThat(sample.at("/movers/0/customerId").asText()).isEqualTo("anna");
    assertThat(sample.at("/movers/0/name").asText()).isEqualTo("Anna");
    assertThat(sample.at("/movers/0/tier").asText()).isEqualTo("A");
    assertThat(sample.at("/movers/0/before").asDouble()).isEqualTo(50);
    assertThat(sample.at("/movers/0/after").asDouble(-1)).isZero();
    assertThat(sample.at("/movers/1/customerId").asText()).isEqualTo("bert");
  }

  @Test
  void nobodyMovesUnderTheWeightsInUse() throws Exception {
    var preview = preview("{}").json();
    assertThat(preview.path("waiting").asInt()).isEqualTo(3);
    assertThat(preview.path("moving").asInt(-1)).isZero();
    assertThat(preview.path("calls")).isEmpty();
    assertThat(preview.at("/sample/movers")).isEmpty();
    served.put("/api/v1/priority-weights/CURRENT", COMPLAINTS_ONLY);
    assertThat(preview(COMPLAINTS_ONLY).json().path("moving").asInt(-1)).isZero();
    assertThat(preview("{}").json().path("moving").asInt()).isEqualTo(3);
  }

  @Test
  void tellsAtMostFiftyCallsAndTwentyCustomers() throws Exception {
    for (int i = 0; i < 80; i++) {
      worth("customer-" + i, 150, "A");
      wait(Calls.of("call-" + i, "customer-" + i, "A", 1, i));
    }
    var preview = preview(COMPLAINTS_ONLY).json();
    assertThat(preview.path("moving").asInt()).isEqualTo(83);
    assertThat(preview.path("calls")).hasSize(50);
    assertThat(preview.at("/sample/movers")).hasSize(20);
  }

  @Test
  void refusesWhatCouldNotBeSavedAndChangesNothing() throws Exception {
    var refused = preview("{\"cart\": -1, \"value\": 10}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("cart");
    assertThat(preview("{\"valu\": 10}").status()).isEqualTo(422);
    assertThat(preview("[]").status()).isEqualTo(422);
    assertThat(preview("").status()).isEqualTo(400);
    preview(COMPLAINTS_ONLY);
    assertThat(served.log.entries).isEmpty();
  }
}
