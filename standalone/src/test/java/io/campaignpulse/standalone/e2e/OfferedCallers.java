package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.Topics;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Customers who call again and again and may get one offer each, and what they got. */
final class OfferedCallers {
  private static final int CUSTOMERS = 150;
  private static final int CALLS_EACH = 4;

  private OfferedCallers() {}

  /** Some calls are decided on. */
  static boolean underWay(Pulse pulse) {
    return decisions(pulse) > CUSTOMERS / 3;
  }

  static void awaitOneOfferEach(Pulse pulse) throws TimeoutException {
    Await.until(Pulse.PATIENCE, () -> offers(pulse).size() == CUSTOMERS);
    assertThat(offers(pulse).values()).allSatisfy(got -> assertThat(got).hasSize(1));
  }

  static void assertCountsAnswers(Pulse pulse) throws Exception {
    var answers = new OfferAnswers(decided(pulse));
    assertThat(pulse.http().post("events", answers.twice()).statusCode()).isEqualTo(202);
    Await.until(Pulse.PATIENCE, () -> answers.areThoseOf(pulse.http().read("offers")));
  }

  static void defineOffers(Pulse pulse) throws Exception {
    var policy =
        """
        [{"policyId": "CURRENT", "silentShare": 0,
          "caps": [{"scope": "CUSTOMER", "most": 1, "hours": 24}]}]""";
    assertThat(pulse.http().post("offer-policies", policy).statusCode()).isEqualTo(202);
    var offers =
        """
        [{"offerId": "one", "name": "One", "value": "10"},
         {"offerId": "two", "name": "Two", "value": "11"}]""";
    assertThat(pulse.http().post("offers", offers).statusCode()).isEqualTo(202);
  }

  /**
   * Each customer calls again and again; calls of all customers come in turns. They are of now
   * whenever they are sent: for what is a minute old nobody thinks of an offer any more.
   */
  static void call(Pulse pulse) throws IOException, InterruptedException {
    for (int call = 0; call < CALLS_EACH; call++) {
      for (int from = 0; from < CUSTOMERS; from += 10) {
        var events = new ArrayList<Object>();
        for (int customer = from; customer < from + 10; customer++) {
          events.add(Agents.queued("call-" + customer + "-" + call, "sales", "c" + customer));
        }
        pulse.http().post("events", Json.MAPPER.writeValueAsString(events));
      }
    }
  }

  static void callUntilGone(Pulse pulse) {
    try {
      call(pulse);
    } catch (IOException gone) {
      // as it should be
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }

  private static long decisions(Pulse pulse) {
    return pulse.kafka().size(List.of(Topics.OFFER_DECISIONS));
  }

  /** The offers that each customer got, as whoever makes them reads it. */
  private static Map<String, Set<String>> offers(Pulse pulse) {
    var offers = new HashMap<String, Set<String>>();
    for (var json : decided(pulse)) {
      if (!json.path("offerId").isNull()) {
        offers
            .computeIfAbsent(json.path("customerId").asText(), id -> new HashSet<>())
            .add(json.path("decisionId").asText() + " " + json.path("offerId").asText());
      }
    }
    return offers;
  }

  private static List<JsonNode> decided(Pulse pulse) {
    return pulse.kafka().read(Topics.OFFER_DECISIONS).stream()
        .map(decision -> parse(decision.value()))
        .toList();
  }

  private static JsonNode parse(byte[] json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
