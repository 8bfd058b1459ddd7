package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import io.campaignpulse.simulators.replay.ReplayPlan;
import io.campaignpulse.simulators.replay.ReplaySummary;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisException;

/** Redis holds nothing that can't be lost. */
class RedisLossIT {
  private static final long MIDDLE = 10_000;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String NEXT_OFFER = "offers/next?customerId=anna&channel=PHONE";
  private static final ReplayPlan PLAN = Journey.FIRST_MONTHS;
  private static final Map<String, RecountedCampaign> RECOUNTED = Journey.recount(PLAN);

  @TempDir Path data;

  @Test
  void figuresOutliveAKilledAndAnEmptiedRedis() throws Exception {
    try (var local = LocalPulse.start(data, LocalPulse.DEFAULT_LATENESS)) {
      var pulse = local.pulse();
      var replay = CompletableFuture.supplyAsync(() -> pulse.replay(PLAN));
      Await.until(Pulse.PATIENCE, () -> pulse.redis().eventsCounted() > MIDDLE);
      killRedis();
      awaitRedis(pulse);
      assertThat(replay.thenApply(ReplaySummary::rejected).get()).isZero();
      pulse.assertServes(RECOUNTED);

      pulse.redis().empty();
      assertThat(pulse.http().post("rebuild").statusCode()).isEqualTo(202);
      assertThat(nextListOfCampaigns(pulse)).as("not fewer meanwhile").isEqualTo(RECOUNTED.size());
      pulse.assertServes(RECOUNTED);
      assertThat(pulse.http().get("customers/1").isObject()).isTrue();
      assertThat(pulse.http().get("health").path("deadLetters").asLong()).isZero();
      assertThat(pulse.redis().eventsCounted()).isEqualTo(PLAN.events().size());
    }
  }

  /** What was decided before is told again, to the letter. */
  @Test
  void nextOffersComeBackAfterAnEmptiedRedis() throws Exception {
    try (var local = LocalPulse.start(data, LocalPulse.DEFAULT_LATENESS)) {
      var pulse = local.pulse();
      defineOffer(pulse);
      var before = callUntilOffered(pulse, "before", "");
      Await.until(Pulse.PATIENCE, () -> decided(pulse) > 0);
      var decided = decided(pulse);
      var next = pulse.http().get(NEXT_OFFER);

      pulse.redis().empty();
      Await.until(Pulse.PATIENCE, () -> decided(pulse) >= decided);
      var again = new AtomicReference<JsonNode>();
      Await.until(
          Pulse.PATIENCE,
          () -> answers(pulse, NEXT_OFFER, again::set) && isSameOffer(again.get(), next));

      assertThat(callUntilOffered(pulse, "after", before)).isNotEqualTo(before);
      Await.until(Pulse.PATIENCE, () -> decided(pulse) > decided);
    }
  }

  /** The decision by which a caller is offered something, another one than before. */
  private static String callUntilOffered(Pulse pulse, String calls, String before)
      throws Exception {
    var offered = new AtomicReference<>(before);
    for (int call = 0; offered.get().equals(before); call++) {
      assertThat(call).as("calls without an offer").isLessThan(20);
      call(pulse, calls + call);
      try {
        Await.until(
            SOON,
            () ->
                answers(pulse, NEXT_OFFER, next -> note(next, offered))
                    && !offered.get().equals(before));
      } catch (TimeoutException notYet) {
        // Whoever decides may not have heard of the offer.
      }
    }
    return offered.get();
  }

  private static boolean isSameOffer(JsonNode again, JsonNode before) {
    return again.path("decisionId").equals(before.path("decisionId"))
        && again.path("offer").equals(before.path("offer"))
        && again.path("candidates").equals(before.path("candidates"));
  }

  private static void note(JsonNode next, AtomicReference<String> offered) {
    if (next.at("/offer/offerId").asText().equals("one")) {
      offered.set(next.path("decisionId").asText());
    }
  }

  private static void defineOffer(Pulse pulse) throws Exception {
    var policy =
        """
        [{"policyId": "CURRENT", "silentShare": 0, "caps": []}]""";
    assertThat(pulse.http().post("offer-policies", policy).statusCode()).isEqualTo(202);
    var offer =
        """
        [{"offerId": "one", "name": "One", "value": "10"}]""";
    assertThat(pulse.http().post("offers", offer).statusCode()).isEqualTo(202);
    Await.until(Pulse.PATIENCE, () -> pulse.http().read("offers").path("offers").size() == 1);
  }

  private static void call(Pulse pulse, String callId) throws Exception {
    var call = "[" + Agents.queued(callId, "sales", "anna") + "]";
    assertThat(pulse.http().post("events", call).statusCode()).isEqualTo(202);
  }

  private static long decided(Pulse pulse) {
    return pulse.http().read("offers").at("/offers/0/figures/decided").asLong();
  }

  private void killRedis() throws IOException {
    var redis = ProcessHandle.of(pid()).orElseThrow();
    assertThat(redis.destroyForcibly()).isTrue();
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readString(data.resolve("redis/redis.pid")).strip());
  }

  private static void awaitRedis(Pulse pulse) throws TimeoutException {
    var version = new long[] {Long.MAX_VALUE};
    Await.until(
        Pulse.PATIENCE,
        () -> {
          try {
            var found = pulse.redis().version();
            var written = found > version[0];
            version[0] = Math.min(found, version[0]);
            return written;
          } catch (JedisException away) {
            return false;
          }
        });
  }

  /** How many campaigns the first list names that is answered at all. */
  private static int nextListOfCampaigns(Pulse pulse) throws TimeoutException {
    var campaigns = new AtomicReference<JsonNode>();
    Await.until(Pulse.PATIENCE, () -> answers(pulse, "campaigns", campaigns::set));
    return campaigns.get().size();
  }

  private static boolean answers(Pulse pulse, String path, Consumer<JsonNode> answer) {
    try {
      answer.accept(pulse.http().get(path));
      return true;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }
}
