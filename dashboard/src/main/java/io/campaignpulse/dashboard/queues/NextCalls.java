package io.campaignpulse.dashboard.queues;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.QueueStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.dashboard.queues.SharedLine.Head;
import io.campaignpulse.dashboard.queues.SharedLine.Sorted;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives waiting calls to agents, in the order of the queue. A call is claimed in the store for a
 * moment, then it is written to the log that it was answered, and then the claim is held until
 * nobody will ask any more; so no call is given twice, and one that was not given waits on.
 */
public final class NextCalls {
  private static final Logger LOG = LoggerFactory.getLogger(NextCalls.class);

  /** After this long a claim frees the call again whose taker crashed. */
  private static final Duration TAKING = Duration.ofSeconds(10);

  /** Long after the jobs have seen that the call was answered. */
  private static final Duration TAKEN = Duration.ofHours(24);

  private final QueueStore store;
  private final FigureStore figures;
  private final EventLog log;
  private final TakenCall taken;
  private final Clock clock;
  private final Map<String, SharedLine> lines = new ConcurrentHashMap<>();

  public NextCalls(
      QueueStore store, FigureStore figures, EventLog log, Currency currency, Clock clock) {
    this.store = store;
    this.figures = figures;
    this.log = log;
    this.taken = new TakenCall(currency, clock);
    this.clock = clock;
  }

  /**
   * Takes the call that should be answered next; empty while none waits.
   *
   * @throws io.campaignpulse.dashboard.ports.LogUnavailableException if it can't be made durable
   *     that the call was answered; it waits on
   */
  public Optional<ObjectNode> take(String queue, String agentId) {
    var askedAt = System.nanoTime();
    var line = join(queue);
    try {
      for (var head = line.next(askedAt); head != null; head = line.next(askedAt)) {
        if (take(line, head, agentId)) {
          return Optional.of(QueueJson.call(head.call(), head.now()));
        }
      }
      return Optional.empty();
    } finally {
      leave(queue);
    }
  }

  private SharedLine join(String queue) {
    return lines.compute(
        queue,
        (name, known) -> {
          var line = known == null ? new SharedLine(() -> read(queue)) : known;
          line.asking++;
          return line;
        });
  }

  private void leave(String queue) {
    lines.computeIfPresent(queue, (name, line) -> --line.asking == 0 ? null : line);
  }

  private Sorted read(String queue) {
    var now = EventTime.now(figures.arrivals(), clock.instant());
    var found = store.waiting(List.of(queue)).get(queue);
    return new Sorted(
        now, found == null ? List.of() : CallOrder.of(found.state(), now).sorted(found.calls()));
  }

  /** Whether the call is the agent's now; if not it is another's, or can't be given. */
  private boolean take(SharedLine line, Head head, String agentId) {
    var call = head.call();
    var claim = claim(agentId);
    if (!store.claim(call, claim, TAKING)) {
      return false;
    }
    try {
      log.append(List.of(taken.entry(call, agentId, head.now())));
    } catch (InvalidRecordException e) {
      // claimed for a while, so that it does not stand in the way of others
      LOG.error("call {} can't be given", call.callId(), e);
      return false;
    } catch (RuntimeException e) {
      release(line, call, claim, e);
      throw e;
    }
    return keep(call, claim);
  }

  private String claim(String agentId) {
    var claim = Json.MAPPER.createObjectNode();
    claim.put("agentId", agentId).put("at", clock.instant().toString());
    return claim.put("claimId", UUID.randomUUID().toString()).toString();
  }

  /** The log has it: the call is the agent's, unless that took so long that another has it too. */
  private boolean keep(RoutingDecision call, String claim) {
    try {
      return store.keep(call, claim, TAKEN);
    } catch (StoreUnavailableException e) {
      LOG.warn("the claim of call {} ends by itself", call.callId(), e);
      return true;
    }
  }

  private void release(SharedLine line, RoutingDecision call, String claim, RuntimeException why) {
    try {
      store.release(call, claim);
      line.forget();
    } catch (StoreUnavailableException e) {
      why.addSuppressed(e);
    }
  }
}
