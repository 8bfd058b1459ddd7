package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.Topics;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Agents who take the calls of a queue, and what they were given. */
final class Agents {
  private static final int CALLS = 300;
  private static final int AGENTS = 3;
  private static final String QUEUE = "support";
  private static final String AT = "queues/" + QUEUE;

  private final ConcurrentLinkedQueue<String> given = new ConcurrentLinkedQueue<>();

  /** Puts calls into the queue; returns once all of them wait. */
  static void queueCalls(Pulse pulse) throws Exception {
    assertThat(pulse.http().post("events", calls()).statusCode()).isEqualTo(202);
    Await.until(Pulse.PATIENCE, () -> waiting(pulse) == CALLS);
  }

  /** Some calls are given. */
  boolean atWork() {
    return given.size() > CALLS / 10;
  }

  void assertNotDone() {
    assertThat(given.size()).isLessThan(CALLS);
  }

  /** Takes what is left. */
  void takeTheRest(Pulse pulse) throws TimeoutException {
    Await.until(Pulse.PATIENCE, () -> takeAll(pulse));
  }

  void assertGivenOnceAndDecidedOn(Pulse pulse) throws IOException {
    assertThat(new HashSet<>(given)).hasSameSizeAs(given);
    // An answer that the kill took away was somebody's: an agent had one call at a time.
    assertThat(given.size()).isBetween(CALLS - AGENTS, CALLS);
    assertThat(decided(pulse)).isEqualTo(CALLS);
  }

  private static String calls() throws IOException {
    var events = new ArrayList<Object>();
    for (int call = 0; call < CALLS; call++) {
      events.add(queued("call-" + call, QUEUE, "c" + call % 50));
    }
    return Json.MAPPER.writeValueAsString(events);
  }

  /** A call of a customer that is queued now. */
  static JsonNode queued(String callId, String queue, String customerId) {
    return Json.MAPPER
        .createObjectNode()
        .put("type", "Call")
        .put("eventId", "queued-" + callId)
        .put("occurredAt", Instant.now().toString())
        .put("callId", callId)
        .put("phase", "QUEUED")
        .put("queue", queue)
        .put("dialledNumber", "+18005550100")
        .set("customer", Json.MAPPER.createObjectNode().put("customerId", customerId));
  }

  /** Each takes one call after the other until the system is gone. */
  CompletableFuture<Void> takeUntilGone(Pulse pulse) {
    return CompletableFuture.allOf(
        IntStream.range(0, AGENTS)
            .mapToObj(agent -> CompletableFuture.runAsync(() -> takeUntilGone(pulse, agent)))
            .toArray(CompletableFuture<?>[]::new));
  }

  private void takeUntilGone(Pulse pulse, int agent) {
    try {
      while (take(pulse, "agent-" + agent)) {
        // the next
      }
    } catch (IOException gone) {
      // as it should be
    }
  }

  private boolean take(Pulse pulse, String agent) throws IOException {
    try {
      var answer = pulse.http().post(AT + "/next", "{\"agentId\": \"" + agent + "\"}");
      if (answer.statusCode() == 200) {
        given.add(Json.MAPPER.readTree(answer.body()).path("callId").asText());
      }
      return answer.statusCode() == 200;
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }

  /** Until none waits, and none is held by a claim that was never made good. */
  private boolean takeAll(Pulse pulse) {
    try {
      while (take(pulse, "late")) {
        // the next
      }
      return given.size() >= CALLS - AGENTS && waiting(pulse) == 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int waiting(Pulse pulse) {
    return pulse.http().read(AT).path("calls").size();
  }

  private static int decided(Pulse pulse) throws IOException {
    var calls = new HashSet<String>();
    var ids = new HashSet<String>();
    for (var decision : pulse.kafka().read(Topics.ROUTING_DECISIONS)) {
      var json = Json.MAPPER.readTree(decision.value());
      if (json.path("queue").asText().equals(QUEUE)) {
        calls.add(json.path("callId").asText());
        ids.add(json.path("decisionId").asText());
      }
    }
    assertThat(ids).hasSameSizeAs(calls);
    return calls.size();
  }
}
