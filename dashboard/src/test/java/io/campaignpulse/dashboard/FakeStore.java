package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.ChangeFeed;
import io.campaignpulse.dashboard.ports.QueueStore;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.ChangeNotice;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.events.views.Tally;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;

/** A serving store in memory: its queues and changes, and its other parts. */
final class FakeStore extends FakeLine implements QueueStore, ChangeFeed {
  final FakeReferences references = new FakeReferences(this);
  final FakeFigures figures = new FakeFigures(this);
  final FakeCustomers customers = new FakeCustomers(this, references, figures);
  final FakeAffinity affinity = new FakeAffinity(this);
  final FakeOffers offers = new FakeOffers(this);
  final Map<String, QueueState> queues = new ConcurrentHashMap<>();
  final Map<String, RoutingDecision> calls = new ConcurrentHashMap<>();
  volatile List<RoutingDecision> newestDecisions = List.of();
  final Map<String, String> claims = new ConcurrentHashMap<>();
  final AtomicInteger queueReads = new AtomicInteger();
  volatile Listener listener;

  void put(ReferenceKind kind, SpecificRecord message) {
    references.put(kind, message);
  }

  /** Sets a campaign's figures and says so. */
  void change(CampaignFigures newest, Map<Long, Tally> changed) {
    figures.set(newest, changed);
    listener.changed(
        new ChangeNotice(
            Map.of(newest.campaignId(), List.copyOf(changed.keySet())), false, Set.of()));
  }

  @Override
  public Set<String> names() {
    check();
    return queues.keySet();
  }

  @Override
  public Map<String, Waiting> waiting(Collection<String> names) {
    check();
    queueReads.incrementAndGet();
    var found = new HashMap<String, Waiting>();
    for (var name : names) {
      var free = calls.values().stream().filter(call -> isFree(name, call)).toList();
      if (queues.containsKey(name) || !free.isEmpty()) {
        found.put(name, new Waiting(queues.get(name), free));
      }
    }
    return found;
  }

  @Override
  public AgentsActive agentsActive() {
    check();
    return customers.agents;
  }

  @Override
  public List<RoutingDecision> newestDecisions() {
    check();
    return newestDecisions;
  }

  private boolean isFree(String queue, RoutingDecision call) {
    return call.queue().equals(queue) && !claims.containsKey(claim(call));
  }

  static String claim(RoutingDecision call) {
    return RedisKeys.claim(call.callId(), call.queuedAt());
  }

  @Override
  public Optional<RoutingDecision> find(String queue, String callId) {
    check();
    return Optional.ofNullable(calls.get(callId)).filter(call -> isFree(queue, call));
  }

  @Override
  public boolean claim(RoutingDecision call, String by, Duration hold) {
    check();
    return call.equals(calls.get(call.callId())) && claims.putIfAbsent(claim(call), by) == null;
  }

  @Override
  public boolean keep(RoutingDecision call, String by, Duration hold) {
    check();
    return by.equals(claims.computeIfAbsent(claim(call), key -> by));
  }

  @Override
  public void release(RoutingDecision call, String by) {
    check();
    claims.remove(claim(call), by);
  }

  @Override
  public AutoCloseable listen(Listener added) {
    listener = added;
    return () -> {};
  }
}
