package io.campaignpulse.dashboard.priority;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.collect.MalformedBodyException;
import io.campaignpulse.dashboard.collect.Proposals;
import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.QueueStore;
import io.campaignpulse.dashboard.ports.QueueStore.Waiting;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.queues.CallerNames;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.avro.RoutingRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says who would move if other weights of priority held. */
public final class WeightsPreview {
  private static final int MOST_CALLS = 50;
  private static final int SAMPLE = 500;
  private static final int MOST_MOVERS = 20;

  private final CustomerStore customers;
  private final QueueStore queues;
  private final ReferenceStore references;
  private final CallerNames names;
  private final Proposals proposals;
  private final Clock clock;

  public WeightsPreview(
      CustomerStore customers,
      QueueStore queues,
      ReferenceStore references,
      Currency currency,
      Clock clock) {
    this.customers = customers;
    this.queues = queues;
    this.references = references;
    this.names = new CallerNames(references);
    this.proposals = new Proposals(currency);
    this.clock = clock;
  }

  /** What these weights would do; nothing is changed by asking. */
  public ObjectNode of(byte[] body) throws MalformedBodyException, InvalidRecordException {
    var weights = (PriorityWeights) proposals.read(ReferenceKind.PRIORITY_WEIGHTS, body);
    var common = customers.common();
    var now = EventTime.now(common.arrivals(), clock.instant());
    var rescored = Rescored.of(common, weights);
    var preview = JsonNodeFactory.instance.objectNode().put("asOf", now.toString());
    writeCalls(preview, rescored, now);
    writeCustomers(preview.putObject("sample"), rescored, now);
    return preview;
  }

  private void writeCalls(ObjectNode preview, Rescored rescored, Instant now) {
    var waiting = queues.waiting(queues.names()).values();
    var callers = customers.findAll(callers(waiting));
    var moves = CallMoves.of(waiting, callers, rescored, rules(), now).moves();
    preview.put("waiting", waiting.stream().mapToInt(queue -> queue.calls().size()).sum());
    preview.put("moving", moves.size());
    var shown = moves.stream().limit(MOST_CALLS).toList();
    var known = names.of(shown.stream().map(CallMoves.Move::call).toList());
    var calls = preview.putArray("calls");
    shown.forEach(move -> move.write(calls.addObject(), known.get(move.call().customerId())));
  }

  private static Collection<String> callers(Collection<Waiting> waiting) {
    return waiting.stream()
        .flatMap(queue -> queue.calls().stream())
        .map(CallMoves::caller)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private RoutingRules rules() {
    return (RoutingRules)
        references.inUse(ReferenceKind.ROUTING_RULES, ReferenceKind.CURRENT).orElseThrow();
  }

  private void writeCustomers(ObjectNode sample, Rescored rescored, Instant now) {
    var moves = CustomerMoves.of(customers.findAll(customers.some(SAMPLE)), rescored, now);
    sample.put("customers", moves.all().size());
    moves.writeTiers(sample.putArray("tiers"));
    var biggest = moves.biggest(MOST_MOVERS);
    Map<String, String> known =
        names.ofCustomers(biggest.stream().map(CustomerMoves.Move::customerId).toList());
    var movers = sample.putArray("movers");
    for (var move : biggest) {
      var row = movers.addObject().put("customerId", move.customerId());
      row.put("name", known.get(move.customerId())).put("tier", move.tier());
      row.put("before", move.scores().before()).put("after", move.scores().after());
    }
  }
}
