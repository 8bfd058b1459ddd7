package io.campaignpulse.events.routing;

import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.avro.QueueRule;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.priority.PriorityScore;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import java.util.Optional;

/** Which queue should take a call. */
public final class QueueRules {
  private QueueRules() {}

  /**
   * Why a customer probably calls.
   *
   * @param answersCampaign whether the call names a campaign that takes responses
   * @param at epoch milliseconds of event time
   */
  public static CallReason reason(Signals signals, boolean answersCampaign, long at) {
    if (PriorityScore.complains(signals, at)) {
      return CallReason.COMPLAINT;
    }
    if (answersCampaign) {
      return CallReason.CAMPAIGN;
    }
    return PriorityScore.leftCart(signals, at) ? CallReason.CART : CallReason.OTHER;
  }

  /**
   * The queue of the first rule that fits; empty where none does.
   *
   * @param language of the customer, or null
   */
  public static Optional<String> suggest(
      RoutingRules rules, CallReason reason, String tier, String language) {
    return rules.getQueues().stream()
        .filter(rule -> fits(rule, reason, tier, language))
        .map(QueueRule::getQueue)
        .findFirst();
  }

  private static boolean fits(QueueRule rule, CallReason reason, String tier, String language) {
    return (rule.getReasons().isEmpty() || rule.getReasons().contains(reason))
        && (rule.getTiers().isEmpty() || rule.getTiers().contains(tier))
        && (rule.getLanguages().isEmpty()
            || language != null && rule.getLanguages().contains(language));
  }
}
