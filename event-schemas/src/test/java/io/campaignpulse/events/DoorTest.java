package io.campaignpulse.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.OfferOutcome;
import io.campaignpulse.events.avro.Sale;
import java.io.IOException;
import java.time.Instant;
import java.util.Currency;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Door door = new Door(Currency.getInstance("USD"));

  private static ObjectNode event(String customer, String own) throws IOException {
    return (ObjectNode)
        Json.MAPPER.readTree(
            """
            {"eventId":"e1","occurredAt":"2026-03-01T12:00:00Z","customer":%s,%s}"""
                .formatted(customer, own.replace('\'', '"')));
  }

  private static ObjectNode sale(String customer, String amount) throws IOException {
    return event(
        customer,
        "\"orderId\":\"o1\",\"kind\":\"ORDER\",\"channel\":\"web shop\",\"amount\":" + amount);
  }

  private SpecificRecord admit(EventType type, ObjectNode json) throws InvalidRecordException {
    return door.admit(type.codec().fromJson(json), NOW);
  }

  private String refusal(EventType type, ObjectNode json) {
    try {
      return "taken: " + admit(type, json);
    } catch (InvalidRecordException e) {
      return e.getMessage();
    }
  }

  @Test
  void bringsIdentitiesChannelsAndCurrencyToOneForm() throws Exception {
    var json =
        sale("{\"phone\":\" +49 (0)30 901-820 \",\"email\":\" Anna@Example.COM \"}", "\"9.90\"");
    var sale = (Sale) admit(EventType.SALE, json);
    assertThat(sale.getCustomer().getPhone()).isEqualTo("+4930901820");
    assertThat(sale.getCustomer().getEmail()).isEqualTo("anna@example.com");
    assertThat(sale.getChannel()).isEqualTo("WEB_SHOP");
    assertThat(sale.getCurrency()).isEqualTo("USD");
  }

  @Test
  void knowsEMailBySeveralSpellings() throws Exception {
    for (var spelling : new String[] {"email", "E-Mail", "EMAIL"}) {
      var json =
          event(
              "{\"customerId\":\"anna\"}",
              "\"contactId\":\"c\",\"campaignId\":\"k\",\"variant\":\"A\",\"status\":\"SENT\","
                  + "\"channel\":\""
                  + spelling
                  + "\"");
      assertThat(((CampaignContact) admit(EventType.CAMPAIGN_CONTACT, json)).getChannel())
          .isEqualTo("EMAIL");
    }
  }

  private static ObjectNode outcome(String offerId, String channel) throws IOException {
    return event(
        "{\"customerId\":\"anna\"}",
        "\"decisionId\":\"d\",\"outcome\":\"ACCEPTED\",\"offerId\":\"%s\",\"channel\":\"%s\""
            .formatted(offerId, channel));
  }

  @Test
  void knowsTheChannelOfAnOffersOutcomeAsAnyOther() throws Exception {
    var taken = (OfferOutcome) admit(EventType.OFFER_OUTCOME, outcome("o", "e-mail"));
    assertThat(taken.getChannel()).isEqualTo("EMAIL");
    assertThat(refusal(EventType.OFFER_OUTCOME, outcome(" ", "")))
        .isEqualTo("offerId: is empty; channel: is empty");
  }

  @Test
  void needsTheQueueOfACallInEachPhase() throws Exception {
    for (var phase : CallPhase.values()) {
      var call =
          event(
              "{\"customerId\":\"anna\"}",
              "\"callId\":\"c\",\"queue\":\" \",\"dialledNumber\":\"4711\",\"phase\":\"%s\""
                  .formatted(phase));
      assertThat(refusal(EventType.CALL, call)).isEqualTo("queue: is empty");
    }
  }

  @Test
  void needsSomebodyTheEventBelongsTo() throws Exception {
    assertThat(refusal(EventType.SALE, sale("{}", "1")))
        .isEqualTo("customer: needs one of customerId, phone, email, visitorId");
    assertThat(refusal(EventType.SALE, sale("{\"customerId\":\" \"}", "1")))
        .startsWith("customer: needs one of");
    assertThat(refusal(EventType.SALE, sale("{\"phone\":\"12\"}", "1")))
        .startsWith("customer.phone:");
    assertThat(refusal(EventType.SALE, sale("{\"email\":\"anna\"}", "1")))
        .startsWith("customer.email:");
  }

  @Test
  void refusesIdentitiesAndChannelsLongerThanIdsAre() throws Exception {
    var most = "x".repeat(256);
    for (var field : new String[] {"customerId", "visitorId", "email"}) {
      var fits = field.equals("email") ? most.substring(2) + "@a" : most;
      assertThat(refusal(EventType.SALE, sale("{\"%s\":\"%s\"}".formatted(field, fits), "1")))
          .startsWith("taken");
      var longer = sale("{\"phone\":\"+4930901820\",\"%s\":\"x%s\"}".formatted(field, fits), "1");
      assertThat(refusal(EventType.SALE, longer))
          .isEqualTo("customer." + field + ": is longer than 256 characters");
    }
    assertThat(refusal(EventType.OFFER_OUTCOME, outcome("o", "x" + most)))
        .isEqualTo("channel: is longer than 256 characters");
    var call =
        event(
            "{\"customerId\":\"anna\"}",
            "\"callId\":\"c\",\"queue\":\"q\",\"dialledNumber\":\"1%s\",\"phase\":\"QUEUED\""
                .formatted(most));
    assertThat(refusal(EventType.CALL, call))
        .isEqualTo("dialledNumber: is longer than 256 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "CALL, agentId",
    "CALL, departmentId",
    "CALL, campaignCode",
    "SALE, agentId",
    "SALE, departmentId",
    "SALE, campaignCode",
    "SALE, offerDecisionId",
    "WEB_VISIT, campaignCode",
    "WEB_VISIT, productId",
    "INTERACTION, agentId",
    "INTERACTION, departmentId",
    "INTERACTION, campaignCode",
    "OFFER_OUTCOME, agentId"
  })
  void refusesWhatNamesAnAgentACampaignOrAProductLongerThanIdsAre(EventType type, String field)
      throws Exception {
    var most = "x".repeat(256);
    assertThat(refusal(type, any(type).put(field, most))).startsWith("taken");
    assertThat(refusal(type, any(type).putNull(field))).startsWith("taken");
    assertThat(refusal(type, any(type).put(field, "x" + most)))
        .isEqualTo(field + ": is longer than 256 characters");
  }

  private static ObjectNode any(EventType type) throws IOException {
    var anna = "{\"customerId\":\"anna\"}";
    return switch (type) {
      case SALE -> sale(anna, "1");
      case OFFER_OUTCOME -> outcome("o", "web");
      case CALL -> event(anna, "'callId':'c','queue':'q','dialledNumber':'1','phase':'QUEUED'");
      case WEB_VISIT -> event(anna, "'visitId':'v','action':'PRODUCT_VIEW'");
      case INTERACTION -> event(anna, "'interactionId':'i','channel':'STORE','reason':'ENQUIRY'");
      case CAMPAIGN_CONTACT -> throw new IllegalArgumentException(type + " names none");
    };
  }

  @Test
  void refusesProductsAndCategoriesOfASaleLongerThanIdsAre() throws Exception {
    var most = "x".repeat(256);
    var json = sale("{\"customerId\":\"anna\"}", "1");
    var lines = json.putArray("lines");
    lines
        .addObject()
        .put("productId", most)
        .put("category", most)
        .put("quantity", 1)
        .put("unitPrice", 1);
    assertThat(refusal(EventType.SALE, json)).startsWith("taken");
    lines
        .addObject()
        .put("productId", "y" + most)
        .put("category", "y" + most)
        .put("quantity", 1)
        .put("unitPrice", 1);
    assertThat(refusal(EventType.SALE, json))
        .isEqualTo(
            "lines[1].productId: is longer than 256 characters;"
                + " lines[1].category: is longer than 256 characters");
  }

  @Test
  void refusesMoneyThatIsNotOfTheReportingCurrency() throws Exception {
    var anna = "{\"customerId\":\"anna\"}";
    assertThat(refusal(EventType.SALE, sale(anna, "-1"))).isEqualTo("amount: must not be negative");
    assertThat(refusal(EventType.SALE, sale(anna, "\"1.005\""))).startsWith("amount: 1.005 has");
    var euros = sale(anna, "1").put("currency", "EUR");
    assertThat(refusal(EventType.SALE, euros))
        .isEqualTo("currency: EUR is not the reporting currency USD");
  }

  @Test
  void refusesTheFarFuture() throws Exception {
    var json = sale("{\"customerId\":\"anna\"}", "1").put("occurredAt", "2026-03-02T12:00:00Z");
    assertThat(refusal(EventType.SALE, json)).startsWith("taken");
    json.put("occurredAt", "2026-03-02T12:00:01Z");
    assertThat(refusal(EventType.SALE, json)).startsWith("occurredAt:");
  }

  @Test
  void checksCampaignsFieldByField() throws Exception {
    var json =
        (ObjectNode)
            Json.MAPPER.readTree(
                """
                {"campaignId":"k","name":" ","startsAt":"2026-03-02T00:00:00Z",
                 "endsAt":"2026-03-01T00:00:00Z","responseWindow":"two weeks","fixedCost":-1,
                 "plannedResponseRate":11,"responseTypes":["SALE","sms"],"campainCodes":[]}""");
    var reference = new ReferenceDoor(Currency.getInstance("USD"));
    assertThat(refusal(reference, json)).isEqualTo("campainCodes: is not a field of campaigns");
    json.remove("campainCodes");
    assertThat(refusal(reference, json)).startsWith("responseTypes[1]: \"sms\" is none of");
    json.putArray("responseTypes").add("Sale");
    assertThat(refusal(reference, json))
        .contains(
            "name: is empty",
            "endsAt: must not be before startsAt",
            "responseWindow: \"two weeks\" is not an ISO-8601 duration",
            "fixedCost: must not be negative",
            "plannedResponseRate: 11.0 is not within 0 to 1");
  }

  @Test
  void checksThePlannedSharesOfACampaign() throws Exception {
    assertThat(sharesRefused("{'variant':'A','share':0.5},{'variant':'CONTROL','share':0.5}"))
        .startsWith("taken");
    assertThat(
            sharesRefused(
                "{'variant':'A','share':0.3333333333333334},{'variant':'B','share':0.3333333333333334},"
                    + "{'variant':'C','share':0.3333333333333334}"))
        .startsWith("taken");
    assertThat(sharesRefused("{'variant':'A','share':1}")).startsWith("taken");
    assertThat(sharesRefused("{'variant':'A','share':0},{'variant':' ','share':0.5}"))
        .isEqualTo(
            "plannedShares[0].share: 0.0 is not more than 0 and at most 1;"
                + " plannedShares[1].variant: is empty");
    assertThat(sharesRefused("{'variant':'A','share':1.01}"))
        .contains("plannedShares[0].share: 1.01 is not");
    assertThat(sharesRefused("{'variant':'A','share':0.7},{'variant':'B','share':0.4}"))
        .isEqualTo("plannedShares: add up to 1.1, which is more than 1");
    assertThat(sharesRefused("{'variant':'A','share':0.2},{'variant':'A','share':0.2}"))
        .isEqualTo("plannedShares[1].variant: \"A\" is named twice");
  }

  private static String sharesRefused(String shares) throws IOException {
    var json =
        """
        {"campaignId":"k","name":"K","startsAt":"2026-03-01T00:00:00Z",
         "endsAt":"2026-03-02T00:00:00Z","plannedShares":[%s]}"""
            .formatted(shares.replace('\'', '"'));
    var door = new ReferenceDoor(Currency.getInstance("USD"));
    return refusal(door, (ObjectNode) Json.MAPPER.readTree(json));
  }

  private static String refusal(ReferenceDoor door, ObjectNode json) {
    try {
      return "taken: " + door.admit(ReferenceKind.CAMPAIGNS, json);
    } catch (InvalidRecordException e) {
      return e.getMessage();
    }
  }

  @Test
  void checksTheRulesOfRouting() throws Exception {
    assertThat(rulesRefused("'queues':[{'queue':'vip','tiers':['A']}]")).isEqualTo("taken");
    assertThat(rulesRefused("'leastRate':0,'mostRate':-1,'windowSeconds':0"))
        .contains("leastRate: is not", "mostRate: is not", "windowSeconds: is not");
    assertThat(rulesRefused("'overloadAbove':0.9,'overloadBelow':0.95"))
        .contains("overloadBelow: must be at least 1", "overloadAbove: must not be below");
    assertThat(rulesRefused("'queues':[{'queue':' ','tiers':['D']}]"))
        .isEqualTo(
            "queues[0].queue: is empty;"
                + " queues[0].tiers: names a tier that is none of A, B, C");
  }

  @Test
  void checksTheLastAgentsOfTheRulesOfRouting() throws Exception {
    assertThat(rulesRefused("'queues':[{'queue':'{lastAgentId}','lastAgents':['eve','ida']}]"))
        .isEqualTo("taken");
    for (var misspelt : new String[] {"agent-{lastAgent}", "{}", "{lastAgentId", "a}"}) {
      assertThat(rulesRefused("'queues':[{'queue':'%s'}]".formatted(misspelt)))
          .isEqualTo("queues[0].queue: has braces that are not those of {lastAgentId}");
    }
    assertThat(rulesRefused("'queues':[{'queue':'q','lastAgents':['eve',' ']}]"))
        .isEqualTo("queues[0].lastAgents[1]: is empty");
    assertThat(
            rulesRefused(
                "'queues':[{'queue':'q','lastAgents':['a','%s','b']}]".formatted("x".repeat(257))))
        .isEqualTo("queues[0].lastAgents[1]: is longer than 256 characters");
    for (var blank : new String[] {"eve ", "\\teve", "\u00a0eve"}) {
      assertThat(rulesRefused("'queues':[{'queue':'q','lastAgents':['%s']}]".formatted(blank)))
          .isEqualTo("queues[0].lastAgents[0]: begins or ends with a blank");
    }
    for (var two : new String[] {"eve,ida", "eve; ida"}) {
      assertThat(rulesRefused("'queues':[{'queue':'q','lastAgents':['%s']}]".formatted(two)))
          .startsWith("queues[0].lastAgents[0]: has a comma or a semicolon");
    }
    assertThat(rulesRefused("'queues':[{'queue':'q','lastAgents':['Ida B.']}]")).isEqualTo("taken");
    assertThat(
            rulesRefused(
                "'queues':[{'queue':'q','lastAgents':['e'%s]}]".formatted(",'e'".repeat(1_000))))
        .isEqualTo("queues[0].lastAgents: names more than 1000 agents");
    assertThat(rulesRefused("'queues':[{'queue':'q','lastAgents':'eve'}]"))
        .isEqualTo("queues[0].lastAgents: is not a list");
  }

  private static String rulesRefused(String rules) throws IOException {
    var json = ("{'rulesId':'CURRENT'," + rules + "}").replace('\'', '"');
    try {
      new ReferenceDoor(Currency.getInstance("USD"))
          .admit(ReferenceKind.ROUTING_RULES, Json.MAPPER.readTree(json));
      return "taken";
    } catch (InvalidRecordException e) {
      return e.getMessage();
    }
  }

  @Test
  void checksTheWeightsOfPriority() throws Exception {
    assertThat(weightsRefused("'value':60")).startsWith("value: and the weights beside it add up");
    assertThat(weightsRefused("'unknownCaller':51")).startsWith("unknownCaller: and the weights");
    assertThat(weightsRefused("'unknownCaller':50")).isEqualTo("taken");
    assertThat(weightsRefused("'cart':-1")).startsWith("cart: -1.0 is not within");
  }

  private static String weightsRefused(String weights) throws IOException {
    var json = ("{'weightsId':'CURRENT'," + weights + "}").replace('\'', '"');
    try {
      new ReferenceDoor(Currency.getInstance("USD"))
          .admit(ReferenceKind.PRIORITY_WEIGHTS, Json.MAPPER.readTree(json));
      return "taken";
    } catch (InvalidRecordException e) {
      return e.getMessage();
    }
  }
}
