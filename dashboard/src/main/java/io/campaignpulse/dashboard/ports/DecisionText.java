package io.campaignpulse.dashboard.ports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.views.OfferDecision;
import java.util.Objects;
import java.util.Optional;

/** Reads what was decided on offers as it was written, maybe by an older or a newer release. */
public final class DecisionText {
  private DecisionText() {}

  /**
   * The decision; empty for one that can't be made sense of, which is as good as none.
   *
   * @param json null for nothing
   */
  public static Optional<OfferDecision> read(String json) {
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(json, OfferDecision.class))
          .filter(DecisionText::makesSense);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean makesSense(OfferDecision decision) {
    var candidates = decision.candidates();
    return decision.decisionId() != null
        && decision.trigger() != null
        && (candidates == null || candidates.stream().allMatch(Objects::nonNull))
        && (decision.offerId() == null || startsWith(decision));
  }

  /** Whether the offer that is to be made is the first that was thought of, as it has to be. */
  private static boolean startsWith(OfferDecision decision) {
    var candidates = decision.candidates();
    return candidates != null
        && !candidates.isEmpty()
        && decision.offerId().equals(candidates.get(0).offerId());
  }
}
