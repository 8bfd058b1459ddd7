package io.campaignpulse.events.routing;

import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.avro.QueueRule;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.priority.PriorityScore;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
   * What rules go by.
   *
   * @param language of the customer, or null
   * @param lastAgentId who sold to the customer or solved something for them last, or null
   */
  public record Caller(CallReason reason, String tier, String language, String lastAgentId) {}

  /**
   * The queue that should take a queued call: where no rule fits, the one in which it waits.
   *
   * @param active whether an agent answers calls
   */
  public static String queue(RoutingRules rules, RoutingDecision call, Predicate<String> active) {
    var caller = new Caller(call.callReason(), call.tier(), call.language(), call.lastAgentId());
    return suggest(rules, caller, active).orElse(call.queue());
  }

  /**
   * The queue of the first rule that fits; empty where none does.
   *
   * @param active whether an agent answers calls
   */
  public static Optional<String> suggest(
      RoutingRules rules, Caller caller, Predicate<String> active) {
    for (var rule : rules.getQueues()) {
      if (fits(rule, caller) && takes(rule.getQueue(), caller.lastAgentId(), active)) {
        return Optional.of(PersonalQueue.of(rule.getQueue(), caller.lastAgentId()));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(QueueRule rule, Caller caller) {
    return fits(rule.getReasons(), caller.reason())
        && fits(rule.getTiers(), caller.tier())
        && fits(rule.getLanguages(), caller.language())
        && fits(rule.getLastAgents(), caller.lastAgentId());
  }

  private static <T> boolean fits(List<T> named, T is) {
    return named.isEmpty() || is != null && named.contains(is);
  }

  /** Nobody should wait for an agent who is not there. */
  private static boolean takes(String queue, String lastAgentId, Predicate<String> active) {
    return !PersonalQueue.is(queue) || lastAgentId != null && active.test(lastAgentId);
  }
}
