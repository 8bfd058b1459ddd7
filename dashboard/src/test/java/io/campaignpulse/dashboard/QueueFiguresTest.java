package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.ServiceCounts;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a wallboard tells of queues beside who waits: service level, arrivals, last decisions. */
class QueueFiguresTest {
  private static final String SALES = "/api/v1/queues/sales";

  @AutoClose private final Served served = new Served();

  private void state(QueueState state) {
    served.store.queues.put(Calls.QUEUE, state);
  }

  @Test
  void saysHowManyCallsWereAnsweredInTimeAndOfWhich() throws Exception {
    state(Calls.state(QueueMode.ACCUMULATING));
    var queue = served.get(SALES).json();
    var level = queue.path("serviceLevel");
    assertThat(level.path("definition").asText()).isEqualTo("WITHOUT_SHORT_ABANDONS");
    assertThat(level.path("thresholdSeconds").asInt()).isEqualTo(20);
    assertThat(level.path("windowSeconds").asInt()).isEqualTo(3_600);
    assertThat(level.path("answeredWithin").asInt()).isEqualTo(143);
    assertThat(level.path("answered").asInt()).isEqualTo(160);
    assertThat(level.path("abandonedWithin").asInt()).isEqualTo(6);
    assertThat(level.path("abandoned").asInt()).isEqualTo(20);
    assertThat(level.path("of").asInt()).isEqualTo(174);
    assertThat(level.path("level").asDouble()).isEqualTo(143.0 / 174);
    assertThat(queue.path("agentsActive").asInt()).isEqualTo(7);
    assertThat(queue.path("arrivals").toString())
        .isEqualTo(
            "[{\"from\":\"2026-03-02T11:30:00Z\",\"calls\":31,\"dayBefore\":29},"
                + "{\"from\":\"2026-03-02T11:45:00Z\",\"calls\":12,\"dayBefore\":null}]");
  }

  @Test
  void tellsNoServiceLevelOfNoCallAndOfAQueueOfWhichNothingIsKnown() throws Exception {
    state(Calls.state(QueueMode.STRICT, new ServiceCounts(3_600, 0, 0, 2, 2)));
    assertThat(served.get(SALES).json().at("/serviceLevel/of").asInt(-1)).isZero();
    assertThat(served.get(SALES).json().at("/serviceLevel/level").isNull()).isTrue();
    state(Calls.state(QueueMode.STRICT, null));
    assertThat(served.get(SALES).json().path("serviceLevel").isNull()).isTrue();
    served.store.queues.clear();
    served.store.calls.put("one", Calls.of("one", "anna", "A", 4, 30));
    assertThat(served.get(SALES).json().path("serviceLevel").isNull()).isTrue();
    assertThat(served.get(SALES).json().path("agentsActive").isNull()).isTrue();
  }

  @Test
  void tellsWhatWasDecidedLastWhetherOrNotTheCallWaitsStill() throws Exception {
    assertThat(served.get("/api/v1/routing-decisions").json()).isEmpty();
    served.put("/api/v1/customers/anna", "{\"name\": \"Anna Blum\"}");
    served.store.newestDecisions =
        List.of(
            Calls.of("new", "anna", "A", 4, 1), Calls.ofUnknown("old", "phone:+4930901820", 1, 90));
    var decisions = served.get("/api/v1/routing-decisions").json();
    assertThat(decisions).hasSize(2);
    assertThat(decisions.get(0).path("decisionId").asText()).isEqualTo("decision-new");
    assertThat(decisions.get(0).path("name").asText()).isEqualTo("Anna Blum");
    assertThat(decisions.get(0).path("suggestedQueue").asText()).isEqualTo("complaints");
    assertThat(decisions.get(0).at("/offer/offerId").asText()).isEqualTo("warranty");
    assertThat(decisions.get(0).has("waitSeconds")).isFalse();
    assertThat(decisions.get(1).path("identity").asText()).isEqualTo("phone:+4930901820");
    served.store.down = true;
    assertThat(served.get("/api/v1/routing-decisions").status()).isEqualTo(503);
  }
}
