package io.campaignpulse.dashboard.offers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.campaignpulse.events.offers.OfferRule;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.OfferDecision;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Counts the moments at which a rule holds, each once. */
final class DryRunTally implements Consumer<OfferDecision> {
  private static final int MOST_EXAMPLES = 10;

  private final OfferRule rule;
  private final List<String> offered;
  private final long from;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> customers = new HashSet<>();
  private final Deque<OfferDecision> newest = new ArrayDeque<>();
  private long fired;

  /**
   * @param rule null for one that always holds
   * @param offered products and categories that would be offered
   * @param from epoch milliseconds of event time; what was before does not count
   */
  DryRunTally(OfferRule rule, List<String> offered, long from) {
    this.rule = rule;
    this.offered = offered;
    this.from = from;
  }

  @Override
  public void accept(OfferDecision decision) {
    if (decision.at() < from || decision.facts() == null || !seen.add(decision.decisionId())) {
      return;
    }
    if (rule == null || holds(decision)) {
      fired++;
      customers.add(decision.customerId());
      newest.addFirst(decision);
      if (newest.size() > MOST_EXAMPLES) {
        newest.removeLast();
      }
    }
  }

  private boolean holds(OfferDecision decision) {
    var moment = moment(decision);
    return rule.holds(
        decision.facts(), moment, offered.stream().anyMatch(moment.about()::contains));
  }

  /** The moment again; what it was about is not known of the oldest decisions. */
  private static Trigger moment(OfferDecision decision) {
    return new Trigger(
        decision.trigger(),
        decision.eventId(),
        decision.at(),
        decision.eventId(),
        decision.channel(),
        decision.about() == null ? List.of() : decision.about());
  }

  int moments() {
    return seen.size();
  }

  long fired() {
    return fired;
  }

  int customers() {
    return customers.size();
  }

  /** Some moments at which it holds, those read last first. */
  void writeExamples(ArrayNode list) {
    for (var decision : newest) {
      list.addObject()
          .put("customerId", decision.customerId())
          .put("trigger", decision.trigger().name())
          .put("at", Instant.ofEpochMilli(decision.at()).toString())
          .put("channel", decision.channel());
    }
  }
}
