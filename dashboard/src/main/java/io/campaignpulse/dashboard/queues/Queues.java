package io.campaignpulse.dashboard.queues;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.QueueStore;
import io.campaignpulse.dashboard.ports.QueueStore.Waiting;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says which calls wait, and in which order they are answered, at the moment of asking. */
public final class Queues {
  private final QueueStore store;
  private final FigureStore figures;
  private final CallerNames names;
  private final Clock clock;

  public Queues(QueueStore store, FigureStore figures, ReferenceStore references, Clock clock) {
    this.store = store;
    this.figures = figures;
    this.names = new CallerNames(references);
    this.clock = clock;
  }

  /** How each queue does. */
  public List<ObjectNode> all() {
    var now = now();
    var queues = new TreeMap<>(store.waiting(store.names()));
    return queues.entrySet().stream()
        .map(e -> QueueJson.queue(e.getKey(), e.getValue().state(), e.getValue().calls(), now))
        .toList();
  }

  /** A queue with all its calls; empty for one that nobody has heard of. */
  public Optional<ObjectNode> find(String queue) {
    return Optional.ofNullable(read(List.of(queue), Integer.MAX_VALUE).get(queue));
  }

  /** The names of all queues. */
  public Collection<String> names() {
    return store.names();
  }

  /** Each of these queues with its first calls, and how many wait in all. */
  public SortedMap<String, ObjectNode> read(Collection<String> queues, int mostCalls) {
    var now = now();
    var found = store.waiting(queues);
    var shown = new TreeMap<String, List<RoutingDecision>>();
    found.forEach((name, queue) -> shown.put(name, first(queue, now, mostCalls)));
    var known = names.of(shown.values().stream().flatMap(List::stream).toList());
    var json = new TreeMap<String, ObjectNode>();
    shown.forEach(
        (name, calls) -> {
          var queue = found.get(name);
          var written = QueueJson.queue(name, queue.state(), queue.calls(), now);
          var list = written.putArray("calls");
          for (var call : calls) {
            var entry = QueueJson.call(call, now);
            entry.put("position", list.size() + 1);
            entry.put("name", known.get(call.customerId()));
            list.add(entry);
          }
          json.put(name, written);
        });
    return json;
  }

  private static List<RoutingDecision> first(Waiting queue, Instant now, int most) {
    var sorted = CallOrder.of(queue.state(), now).sorted(queue.calls());
    return sorted.subList(0, Math.min(most, sorted.size()));
  }

  /** What was decided on the calls that were queued last, the newest first. */
  public List<ObjectNode> decisions() {
    var decisions = store.newestDecisions();
    var known = names.of(decisions);
    return decisions.stream()
        .map(call -> QueueJson.decision(call).put("name", known.get(call.customerId())))
        .toList();
  }

  /** A waiting call; empty for one that waits no more. */
  public Optional<ObjectNode> call(String queue, String callId) {
    return store.find(queue, callId).map(call -> QueueJson.call(call, now()));
  }

  private Instant now() {
    return EventTime.now(figures.arrivals(), clock.instant());
  }
}
