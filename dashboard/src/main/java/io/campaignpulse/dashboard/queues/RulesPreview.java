package io.campaignpulse.dashboard.queues;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.collect.MalformedBodyException;
import io.campaignpulse.dashboard.collect.Proposals;
import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.QueueStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.RoutingRules;
import java.time.Clock;
import java.util.Currency;

/** Says which waiting calls would be better taken elsewhere if other rules of routing held. */
public final class RulesPreview {
  private static final ReferenceKind RULES = ReferenceKind.ROUTING_RULES;
  private static final int MOST_CALLS = 50;

  private final QueueStore queues;
  private final FigureStore figures;
  private final ReferenceStore references;
  private final CallerNames names;
  private final Proposals proposals;
  private final Clock clock;

  public RulesPreview(
      QueueStore queues,
      FigureStore figures,
      ReferenceStore references,
      Currency currency,
      Clock clock) {
    this.queues = queues;
    this.figures = figures;
    this.references = references;
    this.names = new CallerNames(references);
    this.proposals = new Proposals(currency);
    this.clock = clock;
  }

  /** What these rules would do; nothing is changed by asking. */
  public ObjectNode of(byte[] body) throws MalformedBodyException, InvalidRecordException {
    var proposed = (RoutingRules) proposals.read(RULES, body);
    var inUse = (RoutingRules) references.inUse(RULES, ReferenceKind.CURRENT).orElseThrow();
    var now = EventTime.now(figures.arrivals(), clock.instant());
    var waiting = queues.waiting(queues.names()).values();
    var all = Suggestions.of(waiting, queues.agentsActive(), inUse, proposed);
    var changing = all.changing();
    var preview = JsonNodeFactory.instance.objectNode().put("asOf", now.toString());
    preview.put("waiting", all.all().size()).put("changing", changing.size());
    all.writeElsewhere(preview.putObject("elsewhere"));
    var shown = changing.stream().limit(MOST_CALLS).toList();
    var known = names.of(shown.stream().map(Suggestions.Suggestion::call).toList());
    var calls = preview.putArray("calls");
    shown.forEach(each -> each.write(calls.addObject(), known.get(each.call().customerId())));
    return preview;
  }
}
