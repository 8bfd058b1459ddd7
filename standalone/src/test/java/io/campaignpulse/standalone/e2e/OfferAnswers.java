package io.campaignpulse.standalone.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How customers took the offers that were decided on for them: all hear theirs, every third buys by
 * it, and of the others every second declines. What that comes to is counted here once more.
 */
final class OfferAnswers {
  private static final BigDecimal PRICE = new BigDecimal("12.50");

  private final TreeMap<String, TreeMap<String, Integer>> figures = new TreeMap<>();
  private final List<ObjectNode> events = new ArrayList<>();

  /** Takes decisions as they stand in Kafka, repeats included. */
  OfferAnswers(Collection<JsonNode> decisions) {
    var known = new TreeSet<String>();
    int nth = 0;
    for (var decision : decisions) {
      if (!decision.path("offerId").isNull() && known.add(decision.path("decisionId").asText())) {
        answer(decision, nth++);
      }
    }
  }

  private void answer(JsonNode decision, int nth) {
    count(decision, "decided");
    outcome(decision, "PRESENTED");
    count(decision, "presented");
    if (nth % 3 == 0) {
      sale(decision);
      count(decision, "accepted");
    } else if (nth % 2 == 0) {
      outcome(decision, "DECLINED");
      count(decision, "declined");
    }
  }

  private void count(JsonNode decision, String figure) {
    figures
        .computeIfAbsent(decision.path("offerId").asText(), id -> new TreeMap<>())
        .merge(figure, 1, Integer::sum);
  }

  private ObjectNode event(String type, JsonNode decision, String eventId) {
    var event = Json.MAPPER.createObjectNode().put("type", type).put("eventId", eventId);
    event.put("occurredAt", Instant.now().toString()).put("channel", "PHONE");
    event.putObject("customer").put("customerId", decision.path("customerId").asText());
    events.add(event);
    return event;
  }

  private void outcome(JsonNode decision, String outcome) {
    var id = decision.path("decisionId").asText();
    event("OfferOutcome", decision, outcome + " " + id)
        .put("decisionId", id)
        .put("offerId", decision.path("offerId").asText())
        .put("outcome", outcome);
  }

  private void sale(JsonNode decision) {
    var id = decision.path("decisionId").asText();
    var sale = event("Sale", decision, "sale " + id).put("orderId", "order " + id);
    sale.put("kind", "ORDER").put("amount", PRICE.toPlainString()).put("offerDecisionId", id);
    sale.putArray("lines")
        .addObject()
        .put("productId", "warranty")
        .put("quantity", 1)
        .put("unitPrice", PRICE.toPlainString());
  }

  /** The events, each of them twice. */
  String twice() {
    var all = Json.MAPPER.createArrayNode();
    all.addAll(events).addAll(events);
    return all.toString();
  }

  /** Whether the list of offers says the same. */
  boolean areThoseOf(JsonNode offers) {
    for (var offer : offers.path("offers")) {
      var counted = figures.getOrDefault(offer.path("offerId").asText(), new TreeMap<>());
      var told = offer.path("figures");
      for (var figure : List.of("decided", "presented", "accepted", "declined")) {
        if (told.path(figure).asInt() != counted.getOrDefault(figure, 0)) {
          return false;
        }
      }
      var bought = PRICE.multiply(BigDecimal.valueOf(counted.getOrDefault("accepted", 0)));
      if (new BigDecimal(told.path("revenue").asText()).compareTo(bought) != 0) {
        return false;
      }
    }
    return offers.path("offers").size() >= figures.size() && !figures.isEmpty();
  }
}
