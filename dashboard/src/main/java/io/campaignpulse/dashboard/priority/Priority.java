package io.campaignpulse.dashboard.priority;

import io.campaignpulse.dashboard.callers.Caller;
import io.campaignpulse.dashboard.ports.CustomerStore.Common;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.priority.PriorityScore;
import io.campaignpulse.events.routing.QueueRules;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.events.views.ValueRanks;
import java.time.Instant;
import java.util.List;

/**
 * How soon a caller should be answered.
 *
 * @param customerId null for an unknown caller
 * @param isNew whether the customer never bought; of an unknown caller nobody knows
 * @param queue that should take a call by them now; null where no rule says so
 * @param asOf the moment of event time that it is true of
 * @param degraded whether what is known of the caller could not be read
 */
public record Priority(
    String customerId,
    PriorityScore score,
    String tier,
    boolean isNew,
    String queue,
    Instant asOf,
    boolean degraded) {

  private static final CustomerActivity NOTHING_DONE =
      new CustomerActivity(null, List.of(), Signals.NONE);

  private static final PriorityWeights DEFAULTS =
      ReferenceKind.PRIORITY_WEIGHTS.byDefault(PriorityWeights.class);

  /** Of who calls, whoever it is. */
  public static Priority of(Caller caller) {
    if (caller.known() == null) {
      return unknown(caller.common(), caller.now(), caller.degraded());
    }
    return caller.customerId() == null
        ? ofIdentity(caller.known(), caller.common(), caller.now())
        : of(caller.customerId(), caller.known(), caller.common(), caller.now());
  }

  /** Of a customer of whom something is known. */
  public static Priority of(String customerId, Known known, Common common, Instant now) {
    var value = known.value();
    var ranks = common.ranks();
    var percentile =
        value == null || ranks == null || value.worth() <= 0 ? 0 : ranks.percentile(value.worth());
    var tier = value == null || value.tier() == null ? ValueRanks.C : value.tier();
    return new Priority(
        customerId,
        PriorityScore.of(
            weights(common), percentile, activity(known).signals(), now.toEpochMilli()),
        tier,
        value == null || value.purchaseDays() == 0,
        queue(common, activity(known), tier, known.language(), now),
        now,
        false);
  }

  /** Of a caller who is known by nothing but what was done under an identity. */
  static Priority ofIdentity(Known known, Common common, Instant now) {
    var activity = activity(known);
    var score = PriorityScore.of(weights(common), null, activity.signals(), now.toEpochMilli());
    var queue = queue(common, activity, ValueRanks.C, null, now);
    return new Priority(null, score, ValueRanks.C, true, queue, now, false);
  }

  private static CustomerActivity activity(Known known) {
    return known.activity() == null ? NOTHING_DONE : known.activity();
  }

  private static Priority unknown(Common common, Instant now, boolean degraded) {
    var score = PriorityScore.unknown(weights(common));
    var queue = queue(common, NOTHING_DONE, ValueRanks.C, null, now);
    return new Priority(null, score, ValueRanks.C, true, queue, now, degraded);
  }

  private static String queue(
      Common common, CustomerActivity activity, String tier, String language, Instant now) {
    if (common.rules() == null) {
      return null;
    }
    var reason = QueueRules.reason(activity.signals(), false, now.toEpochMilli());
    var caller = new QueueRules.Caller(reason, tier, language, activity.lastAgentId());
    return QueueRules.suggest(common.rules(), caller, common.agents()::has).orElse(null);
  }

  static PriorityWeights weights(Common common) {
    return common.weights() == null ? DEFAULTS : common.weights();
  }
}
