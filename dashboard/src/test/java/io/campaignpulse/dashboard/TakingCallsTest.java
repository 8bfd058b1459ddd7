package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.redis.RealRedis;
import io.campaignpulse.dashboard.redis.RedisQueues;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.RoutingDecision;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Agents who take calls from two dashboards over one real Redis. */
class TakingCallsTest {
  private static final int MANY = 2_000;
  @RegisterExtension static final RealRedis REDIS = new RealRedis();

  private final List<Served> dashboards = new ArrayList<>();

  @BeforeEach
  void start() {
    for (int i = 0; i < 2; i++) {
      dashboards.add(new Served(new RedisQueues(REDIS.adapter())));
    }
  }

  @AfterEach
  void stop() {
    dashboards.forEach(Served::close);
  }

  private static void wait(RoutingDecision call) throws Exception {
    var text = Json.MAPPER.writeValueAsString(call);
    REDIS.client().hset(RedisKeys.queue(Calls.QUEUE), call.callId(), text);
  }

  private static String claim(RoutingDecision call) {
    return RedisKeys.claim(call.callId(), call.queuedAt());
  }

  private static void waitMany() throws Exception {
    for (int i = 0; i < MANY; i++) {
      wait(Calls.of("call-" + i, "customer-" + i, "ABC".substring(i % 3, i % 3 + 1), 1 + i % 4, i));
    }
  }

  private HttpRequest next(int agent) {
    return HttpRequest.newBuilder(dashboards.get(agent % 2).uri("/api/v1/queues/sales/next"))
        .timeout(Duration.ofMinutes(1))
        .POST(BodyPublishers.ofString("{\"agentId\": \"agent-" + agent + "\"}"))
        .build();
  }

  private static String callId(HttpResponse<String> answer) {
    try {
      return Json.MAPPER.readTree(answer.body()).path("callId").asText();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noCallIsGivenTwiceAndNoneIsLost() throws Exception {
    waitMany();
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var asked =
        IntStream.range(0, MANY)
            .mapToObj(agent -> http.sendAsync(next(agent), BodyHandlers.ofString()))
            .toList();
    var answers = asked.stream().map(CompletableFuture::join).toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(answers).extracting(TakingCallsTest::callId).doesNotHaveDuplicates();
    assertThat(dashboards.stream().mapToInt(each -> each.log.entries.size()).sum()).isEqualTo(MANY);
    assertThat(http.send(next(MANY), BodyHandlers.ofString()).statusCode()).isEqualTo(204);
    assertThat(waiting()).isEmpty();
  }

  private JsonNode waiting() throws Exception {
    REDIS
        .client()
        .hset(
            RedisKeys.QUEUES,
            Calls.QUEUE,
            Json.MAPPER.writeValueAsString(Calls.state(QueueMode.ACCUMULATING)));
    return dashboards.get(0).get("/api/v1/queues/sales").json().path("calls");
  }

  @Test
  void aTakenCallIsHeldForADayAndOneThatWasNotWrittenWaitsOn() throws Exception {
    var one = Calls.of("one", "anna", "A", 4, 30);
    wait(one);
    var served = dashboards.get(0);
    served.log.refusing = true;
    assertThat(served.send(HttpRequest.newBuilder(next(0), (n, v) -> true)).status())
        .isEqualTo(503);
    assertThat(REDIS.client().exists(claim(one))).isFalse();
    assertThat(waiting()).hasSize(1);
    served.log.refusing = false;
    assertThat(served.send(HttpRequest.newBuilder(next(0), (n, v) -> true)).status())
        .isEqualTo(200);
    assertThat(REDIS.client().pttl(claim(one))).isGreaterThan(86_000_000);
    assertThat(REDIS.client().get(claim(one))).contains("\"agentId\":\"agent-0\"", "\"at\":");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aCallThatHasLeftCannotBeClaimedAlthoughItsClaimIsGone() throws Exception {
    var queues = new RedisQueues(REDIS.adapter());
    var one = Calls.of("one", "anna", "A", 4, 30);
    wait(one);
    assertThat(queues.claim(one, "me", Duration.ofSeconds(10))).isTrue();
    REDIS.client().hdel(RedisKeys.queue(Calls.QUEUE), "one");
    REDIS.client().del(claim(one));
    assertThat(queues.claim(one, "other", Duration.ofSeconds(10))).isFalse();
    assertThat(REDIS.client().exists(claim(one))).isFalse();
  }

  @Test
  void aClaimEndsByItselfAndIsGivenBackByItsHolderOnly() throws Exception {
    var queues = new RedisQueues(REDIS.adapter());
    var one = Calls.of("one", "anna", "A", 4, 30);
    wait(one);
    assertThat(queues.claim(one, "me", Duration.ofSeconds(10))).isTrue();
    assertThat(queues.claim(one, "other", Duration.ofSeconds(10))).isFalse();
    assertThat(REDIS.client().pttl(claim(one))).isBetween(1L, 10_000L);
    queues.release(one, "other");
    assertThat(queues.keep(one, "other", Duration.ofHours(24))).isFalse();
    assertThat(REDIS.client().pttl(claim(one))).isBetween(1L, 10_000L);
    queues.release(one, "me");
    assertThat(queues.keep(one, "other", Duration.ofHours(24))).isTrue();
    assertThat(REDIS.client().get(claim(one))).isEqualTo("other");
  }

  @Test
  void readsQueuesAndCallsAsTheyAreKept() throws Exception {
    var queues = new RedisQueues(REDIS.adapter());
    var one = Calls.of("one", "anna", "A", 4, 30);
    assertThat(queues.waiting(List.of(Calls.QUEUE))).isEmpty();
    wait(one);
    var two = Calls.of("two", "bert", "B", 4, 30);
    wait(two);
    REDIS.client().set(claim(two), "somebody");
    assertThat(waiting()).hasSize(1);
    var found = queues.waiting(List.of(Calls.QUEUE, "other"));
    assertThat(found).containsOnlyKeys(Calls.QUEUE);
    assertThat(found.get(Calls.QUEUE).calls()).containsExactly(one);
    assertThat(found.get(Calls.QUEUE).state()).isEqualTo(Calls.state(QueueMode.ACCUMULATING));
    assertThat(queues.names()).containsExactly(Calls.QUEUE);
    assertThat(queues.find(Calls.QUEUE, "one")).contains(one);
    assertThat(queues.find(Calls.QUEUE, "two")).isEmpty();
    assertThat(queues.find(Calls.QUEUE, "three")).isEmpty();
  }

  @Test
  void aCallThatIsQueuedAgainIsAnotherOneToTake() throws Exception {
    var queues = new RedisQueues(REDIS.adapter());
    var first = Calls.of("one", "anna", "A", 4, 30);
    var again = Calls.of("one", "anna", "A", 4, 20);
    wait(first);
    assertThat(queues.claim(first, "me", Duration.ofSeconds(10))).isTrue();
    wait(again);
    assertThat(queues.keep(first, "me", Duration.ofHours(24))).isTrue();
    assertThat(queues.find(Calls.QUEUE, "one")).contains(again);
    assertThat(queues.waiting(List.of(Calls.QUEUE)).get(Calls.QUEUE).calls())
        .containsExactly(again);
    REDIS.client().del(claim(first));
    assertThat(queues.claim(first, "other", Duration.ofSeconds(10))).isFalse();
    assertThat(queues.claim(again, "other", Duration.ofSeconds(10))).isTrue();
    assertThat(queues.claim(again, "me", Duration.ofSeconds(10))).isFalse();
  }
}
