package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.OfferOutcome;
import io.campaignpulse.events.avro.Outcome;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.views.Arrivals;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextOfferTest {
  private Served served;

  @BeforeEach
  void start() {
    served = new Served();
    for (var offer :
        new Offer[] {
          Decisions.offer("freezer", "PHONE"),
          Decisions.offer("shelf", "WEB"),
          Decisions.offer("filter"),
          Decisions.offer("bulb", "PHONE", "WEB")
        }) {
      served.store.put(ReferenceKind.OFFERS, offer);
    }
    served.store.customers.identities.put("phone:+4930901820", "anna");
    served.store.customers.decisions.put(
        "anna",
        Decisions.of(
            "anna",
            null,
            Decisions.open("freezer", 9.5),
            Decisions.open("bulb", 4),
            Decisions.blocked("shelf", Silence.NOT_ON_CHANNEL),
            Decisions.blocked("filter", Silence.OFFER_CAP)));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private JsonNode next(String query) throws Exception {
    var answer = served.get("/api/v1/offers/next?" + query);
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void tellsWhatWasDecidedWithItsFactors() throws Exception {
    var next = next("customerId=anna");
    assertThat(next.path("decisionId").asText()).isEqualTo("decision-anna");
    assertThat(next.path("customerId").asText()).isEqualTo("anna");
    assertThat(next.path("trigger").asText()).isEqualTo("CALL_ANSWERED");
    assertThat(next.path("at").asText()).isEqualTo("2026-03-02T11:59:30Z");
    assertThat(next.path("channel").asText()).isEqualTo("PHONE");
    assertThat(next.path("silence").isNull()).isTrue();
    assertThat(next.path("degraded").asBoolean(true)).isFalse();
    assertThat(next.path("offer").toString())
        .isEqualTo(
            """
            {"offerId":"freezer","name":"The freezer","pitch":"Take the freezer",\
            "productId":null,"category":"Cooling","propensity":0.4,"expectedPropensity":0.3,\
            "presented":50,"context":1.5,"reasons":["on the line"],"value":20.5,"lever":1.1,\
            "priority":9.5}""");
    assertThat(next.path("candidates").findValuesAsText("offerId"))
        .containsExactly("freezer", "bulb", "shelf", "filter");
    var last = next.path("candidates").path(3);
    assertThat(last.path("blockedBy").asText()).isEqualTo("OFFER_CAP");
    assertThat(last.path("detail").asText()).isEqualTo("2 in 168 hours");
    assertThat(last.path("factors").isNull()).isTrue();
    assertThat(next.at("/candidates/0/factors/value").asDouble()).isEqualTo(20.5);
  }

  @Test
  void findsTheCustomerByWhateverTheChannelKnows() throws Exception {
    assertThat(next("phone=%2B4930901820").at("/offer/offerId").asText()).isEqualTo("freezer");
    served.store.customers.decisions.put(
        "visitor:v1", Decisions.of("visitor:v1", null, Decisions.open("bulb", 2)));
    assertThat(next("visitorId=v1").at("/offer/offerId").asText()).isEqualTo("bulb");
    assertThat(served.get("/api/v1/offers/next").status()).isEqualTo(400);
  }

  @Test
  void readsAPlusSignThatWasNotEncodedAndEachSpellingOfAChannel() throws Exception {
    served.store.put(ReferenceKind.OFFERS, Decisions.offer("shelf", "EMAIL"));
    var next = next("phone=+4930901820&channel=e-mail");
    assertThat(next.path("channel").asText()).isEqualTo("EMAIL");
    assertThat(next.at("/offer/offerId").asText()).isEqualTo("shelf");
  }

  @Test
  void onAnotherChannelItIsTheBestThatMayBeMadeThere() throws Exception {
    var web = next("customerId=anna&channel=web");
    assertThat(web.path("channel").asText()).isEqualTo("WEB");
    assertThat(web.at("/offer/offerId").asText()).isEqualTo("bulb");
    served.store.customers.decisions.put(
        "anna",
        Decisions.of(
            "anna",
            null,
            Decisions.open("freezer", 9.5),
            Decisions.blocked("filter", Silence.OFFER_CAP),
            Decisions.blocked("shelf", Silence.NOT_ON_CHANNEL)));
    web = next("customerId=anna&channel=WEB");
    assertThat(web.at("/offer/offerId").asText()).isEqualTo("shelf");
    assertThat(web.at("/offer/propensity").isNull()).isTrue();
    var letter = next("customerId=anna&channel=LETTER");
    assertThat(letter.path("offer").isNull()).isTrue();
    assertThat(letter.path("silence").asText()).isEqualTo("NOT_ON_CHANNEL");
  }

  @Test
  void whoGetsNothingGetsNothingOnAnyChannel() throws Exception {
    served.store.customers.decisions.put(
        "anna",
        Decisions.of(
            "anna",
            Silence.SILENT_GROUP,
            Decisions.open("bulb", 4),
            Decisions.blocked("shelf", Silence.NOT_ON_CHANNEL)));
    for (var query : new String[] {"customerId=anna", "customerId=anna&channel=WEB"}) {
      var next = next(query);
      assertThat(next.path("offer").isNull()).as(query).isTrue();
      assertThat(next.path("silence").asText()).isEqualTo("SILENT_GROUP");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "doNotCall, CALL, OPTED_OUT",
    "doNotCall, OUTBOUND_CALL, OPTED_OUT",
    "doNotCall, PHONE, ",
    "doNotCall, WEB, ",
    "marketingOptOut, WEB, OPTED_OUT",
    "marketingOptOut, PHONE, OPTED_OUT"
  })
  void sparesWhoDoesNotWantItThere(String wish, String channel, String silence) throws Exception {
    served.store.put(ReferenceKind.OFFERS, Decisions.offer("freezer"));
    served.put("/api/v1/customers/anna", "{\"name\": \"Anna\", \"" + wish + "\": true}");
    var next = next("customerId=anna&channel=" + channel);
    assertThat(next.path("channel").asText()).isEqualTo(channel);
    assertThat(next.path("silence").textValue()).isEqualTo(silence);
    assertThat(next.path("offer").isNull()).isEqualTo(silence != null);
    assertThat(next.path("decisionId").asText()).isEqualTo("decision-anna");
  }

  @Test
  void anOfferThatEndedSinceIsMadeNoMore() throws Exception {
    var ended = Decisions.offer("freezer", "PHONE");
    ended.setEndsAt(Served.NOW.minusSeconds(1));
    served.store.put(ReferenceKind.OFFERS, ended);
    assertThat(next("customerId=anna").path("offer").isNull()).isTrue();
    assertThat(next("customerId=anna").path("silence").asText()).isEqualTo("NO_OFFER");
  }

  @Test
  void whoIsUnknownHasNoOfferAndThatIsNoError() throws Exception {
    for (var query : new String[] {"customerId=nobody", "phone=anonymous", "email=a@b.example"}) {
      var next = next(query);
      assertThat(next.path("offer").isNull()).as(query).isTrue();
      assertThat(next.path("silence").asText()).isEqualTo("NO_OFFER");
      assertThat(next.path("candidates")).isEmpty();
    }
  }

  @Test
  void saysSoWhenItCouldNotLook() throws Exception {
    served.store.down = true;
    var next = next("customerId=anna");
    assertThat(next.path("degraded").asBoolean()).isTrue();
    assertThat(next.path("silence").asText()).isEqualTo("NO_OFFER");
  }

  @Test
  void theRouterIsToldInShort() throws Exception {
    var priority = served.get("/api/v1/priority?phone=%2B4930901820").json();
    assertThat(priority.path("offer").toString())
        .isEqualTo(
            """
            {"offerId":"freezer","name":"The freezer","pitch":"Take the freezer",\
            "decisionId":"decision-anna"}""");
    assertThat(served.get("/api/v1/priority?customerId=bert").json().path("offer").isNull())
        .isTrue();
  }

  @Test
  void theCardHasAllOfIt() throws Exception {
    var card = served.get("/api/v1/customers/anna").json();
    assertThat(card.at("/offer/offer/offerId").asText()).isEqualTo("freezer");
    assertThat(card.at("/offer/candidates")).hasSize(4);
    served.put("/api/v1/customers/bert", "{\"name\": \"Bert\"}");
    assertThat(served.get("/api/v1/customers/bert").json().at("/offer/silence").asText())
        .isEqualTo("NO_OFFER");
  }

  private static String outcome(String changed, String value) {
    var body =
        """
        {"customerId": "anna", "decisionId": "decision-anna", "offerId": "freezer",
         "outcome": "DECLINED", "channel": "store", "agentId": "eve"}""";
    return changed == null
        ? body
        : body.replaceAll("\"" + changed + "\": \"[^\"]*\"", "\"" + changed + "\": " + value);
  }

  private Served.Answer post(String body) throws Exception {
    return served.post("/api/v1/offers/next/outcome", Served.JSON, body);
  }

  private OfferOutcome written() throws Exception {
    var entry = served.log.entries.get(served.log.entries.size() - 1);
    assertThat(entry.topic()).isEqualTo("offer-outcomes");
    return (OfferOutcome) EventType.OFFER_OUTCOME.codec().decode(entry.value());
  }

  @Test
  void writesHowTheCustomerTookIt() throws Exception {
    served.store.figures.arrivals =
        new Arrivals(1, 1, Served.NOW.toEpochMilli() - 5_000, false, Map.of());
    var answer = post(outcome(null, null));
    assertThat(answer.status()).isEqualTo(202);
    var event = written();
    assertThat(answer.json().path("eventId").asText()).isEqualTo(event.getEventId());
    assertThat(event.getOccurredAt()).isEqualTo(Served.NOW.minusSeconds(5));
    assertThat(event.getCustomer().getCustomerId()).isEqualTo("anna");
    assertThat(event.getDecisionId()).isEqualTo("decision-anna");
    assertThat(event.getOfferId()).isEqualTo("freezer");
    assertThat(event.getOutcome()).isEqualTo(Outcome.DECLINED);
    assertThat(event.getChannel()).isEqualTo("STORE");
    assertThat(event.getAgentId()).isEqualTo("eve");
  }

  @Test
  void isOnThePhoneUnlessItIsSaidAndKnowsAnonymousCustomersByTheirIdentity() throws Exception {
    var body = outcome("channel", "null").replace("\"anna\"", "\"visitor:v1\"");
    assertThat(post(body).status()).isEqualTo(202);
    assertThat(written().getChannel()).isEqualTo("PHONE");
    assertThat(written().getCustomer().getCustomerId()).isNull();
    assertThat(written().getCustomer().getVisitorId()).isEqualTo("v1");
  }

  @ParameterizedTest
  @CsvSource({
    "customerId, null",
    "decisionId, '\" \"'",
    "offerId, 7",
    "outcome, '\"LIKED\"'",
    "outcome, null",
    "agentId, '[]'"
  })
  void namesTheFieldThatIsWrong(String field, String value) throws Exception {
    var answer = post(outcome(field, value));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(served.log.entries).isEmpty();
  }

  @Test
  void saysSoWhenItIsNotWritten() throws Exception {
    served.log.refusing = true;
    assertThat(post(outcome(null, null)).status()).isEqualTo(503);
  }
}
