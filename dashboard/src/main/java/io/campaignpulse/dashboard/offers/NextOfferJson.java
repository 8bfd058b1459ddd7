package io.campaignpulse.dashboard.offers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferDecision.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes what to propose as it is told to who has the customer on the line. */
public final class NextOfferJson {
  private NextOfferJson() {}

  /** Everything, with the factors of each offer that was thought of. */
  public static ObjectNode full(NextOffer next, Instant now) {
    var decision = next.decision();
    var json = JsonNodeFactory.instance.objectNode();
    json.put("decisionId", decision == null ? null : decision.decisionId());
    json.put("customerId", decision == null ? null : decision.customerId());
    json.put("trigger", decision == null ? null : decision.trigger().name());
    json.put("at", decision == null ? null : Instant.ofEpochMilli(decision.at()).toString());
    json.put("channel", next.channel());
    json.set("offer", next.best() == null ? null : offer(next.best(), next.offers()));
    json.put("silence", next.silence() == null ? null : next.silence().name());
    var list = json.putArray("candidates");
    var candidates = decision == null ? List.<Candidate>of() : NextOffer.candidates(decision);
    candidates.forEach(each -> write(list.addObject(), each, next.offers()));
    return json.put("asOf", now.toString());
  }

  /** The offer in short; null for none. */
  public static ObjectNode brief(NextOffer next) {
    if (next.best() == null) {
      return null;
    }
    var offer = next.offers().get(next.best().offerId());
    var json = JsonNodeFactory.instance.objectNode();
    json.put("offerId", next.best().offerId());
    json.put("name", offer == null ? null : offer.getName());
    json.put("pitch", offer == null ? null : offer.getPitch());
    return json.put("decisionId", next.decision().decisionId());
  }

  private static ObjectNode offer(Candidate candidate, Map<String, Offer> offers) {
    var offer = offers.get(candidate.offerId());
    var json = JsonNodeFactory.instance.objectNode().put("offerId", candidate.offerId());
    json.put("name", offer == null ? null : offer.getName());
    json.put("pitch", offer == null ? null : offer.getPitch());
    json.put("productId", offer == null ? null : offer.getProductId());
    json.put("category", offer == null ? null : offer.getCategory());
    writeFactors(json, candidate.factors());
    return json.put("priority", candidate.factors() == null ? null : candidate.priority());
  }

  private static void write(ObjectNode json, Candidate candidate, Map<String, Offer> offers) {
    var offer = offers.get(candidate.offerId());
    json.put("offerId", candidate.offerId()).put("name", offer == null ? null : offer.getName());
    json.put("priority", candidate.priority());
    if (candidate.factors() == null) {
      json.putNull("factors");
    } else {
      writeFactors(json.putObject("factors"), candidate.factors());
    }
    json.put("blockedBy", candidate.blockedBy() == null ? null : candidate.blockedBy().name());
    json.put("detail", candidate.detail());
  }

  /**
   * @param factors null for an offer that was not weighed on this channel
   */
  private static void writeFactors(ObjectNode json, OfferDecision.Factors factors) {
    json.put("propensity", factors == null ? null : factors.propensity());
    json.put("expectedPropensity", factors == null ? null : factors.expectedPropensity());
    json.put("presented", factors == null ? null : factors.presented());
    json.put("context", factors == null ? null : factors.context());
    var reasons = json.putArray("reasons");
    if (factors != null && factors.reasons() != null) {
      factors.reasons().forEach(reasons::add);
    }
    json.put("value", factors == null ? null : factors.value());
    json.put("lever", factors == null ? null : factors.lever());
  }
}
