package io.campaignpulse.routing;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.routing.core.CallQueue;
import io.campaignpulse.routing.core.CallQueues;
import io.campaignpulse.routing.core.LastDecided;
import io.campaignpulse.routing.core.Routing;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.CoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Decides on every queued call and serves which calls wait in each queue, and the last decisions.
 * One for the whole job, without keys: even a large company queues no more than some hundred calls
 * a second. State is one decision a waiting call, a bounded memory of each queue, and some last
 * decisions.
 */
final class RouteCalls extends CoProcessFunction<CallNews, RoutingNotice, RoutingDecision>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  static final OutputTag<ViewWrite> VIEWS =
      new OutputTag<>("views") {
        private static final long serialVersionUID = 1L;
      };

  /**
   * For so long after a call was queued its decision is served the moment it falls; so far clocks
   * may go apart.
   */
  private static final long LIVE_MILLIS = 60_000;

  private static final RoutingRules DEFAULTS =
      ReferenceKind.ROUTING_RULES.byDefault(RoutingRules.class);

  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient ListState<CallQueue.Memory> kept;
  private transient ListState<Setting> keptRules;
  private transient ListState<RoutingDecision> keptDecisions;
  private transient CallQueues queues;
  private transient LastDecided lastDecided;
  private transient Setting rules;
  private transient Routing routing;
  private transient Map<String, QueueState> served;
  private transient AgentsActive servedAgents;
  private transient boolean rebuildDue;

  /** Calls that were queued a while ago and are not served yet: most have left by now. */
  private transient Set<String> ofThePast;

  RouteCalls(CatchUp catchUp) {
    this.catchUp = catchUp;
  }

  @Override
  public void open(OpenContext context) {
    progress = catchUp.start();
    served = new HashMap<>();
    ofThePast = new HashSet<>();
    rebuildDue = true;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    var store = context.getOperatorStateStore();
    kept =
        store.getListState(
            new ListStateDescriptor<>("queues", TypeInformation.of(CallQueue.Memory.class)));
    keptRules =
        store.getListState(new ListStateDescriptor<>("rules", TypeInformation.of(Setting.class)));
    keptDecisions =
        store.getListState(
            new ListStateDescriptor<>("last-decided", TypeInformation.of(RoutingDecision.class)));
    lastDecided = new LastDecided();
    keptDecisions.get().forEach(lastDecided::take);
    queues = new CallQueues();
    for (var memory : kept.get()) {
      queues.restore(memory);
    }
    routing = new Routing(DEFAULTS);
    for (var setting : keptRules.get()) {
      take(setting);
    }
  }

  private void take(Setting setting) {
    rules = setting;
    routing = new Routing((RoutingRules) setting.read());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    progress.barrierPassed();
    kept.update(queues.memories());
    keptDecisions.update(lastDecided.newest().decisions());
    keptRules.update(rules == null ? List.of() : List.of(rules));
  }

  @Override
  public void processElement1(CallNews news, Context context, Collector<RoutingDecision> out) {
    Consumer<ViewWrite> views = serving(context);
    queues.count(news.marks(), now(context));
    if (news.asked() == null && news.became() == null) {
      return;
    }
    if (news.asked() == null) {
      queues
          .left(news.callId(), news.became(), news.at(), routing, now(context))
          .filter(call -> !ofThePast.remove(call.callId()))
          .ifPresent(call -> gone(call, views));
      return;
    }
    queues
        .queued(news.asked(), routing, now(context))
        .ifPresent(
            queued -> {
              out.collect(queued.decision());
              note(queued.decision(), now(context));
              serve(queued, now(context), views);
            });
  }

  /** A call with a wrong clock would be the newest for as long as it is ahead. */
  private void note(RoutingDecision call, long now) {
    if (call.queuedAt() - now < LIVE_MILLIS) {
      lastDecided.take(call);
    }
  }

  /** A call that is served already is so at once, in its new queue only. */
  private void serve(CallQueues.Queued queued, long now, Consumer<ViewWrite> views) {
    var call = queued.decision();
    var before = queued.before();
    var served = before != null && !ofThePast.contains(call.callId());
    if (served && !before.queue().equals(call.queue())) {
      views.accept(ViewWrite.gone(RedisKeys.queue(before.queue()), before.callId()));
    }
    if (served && before.queuedAt() != call.queuedAt()) {
      views.accept(ViewWrite.gone(claim(before)));
    }
    if (served || now - call.queuedAt() < LIVE_MILLIS) {
      ofThePast.remove(call.callId());
      views.accept(view(call));
    } else {
      ofThePast.add(call.callId());
    }
  }

  private static long now(Context context) {
    return context.timerService().currentProcessingTime();
  }

  /** What is served before all was read again would make a screen step backwards. */
  private Consumer<ViewWrite> serving(Context context) {
    return progress.caughtUp() ? view -> context.output(VIEWS, view) : view -> {};
  }

  private static ViewWrite view(RoutingDecision call) {
    return ViewWrite.of(RedisKeys.queue(call.queue()), call.callId(), call, null, null);
  }

  /** The call goes before the claim to it, so that nobody takes it twice. */
  private static void gone(RoutingDecision call, Consumer<ViewWrite> views) {
    views.accept(ViewWrite.gone(RedisKeys.queue(call.queue()), call.callId()));
    views.accept(ViewWrite.gone(claim(call)));
  }

  private static String claim(RoutingDecision call) {
    return RedisKeys.claim(call.callId(), call.queuedAt());
  }

  @Override
  public void processElement2(
      RoutingNotice notice, Context context, Collector<RoutingDecision> out) {
    if (notice.rules() != null) {
      take(notice.rules());
      return;
    }
    var command = notice.command();
    progress.heard(command);
    rebuildDue |= command.name().equals(Command.REBUILD);
    queues.advance(command.eventTime(), now(context));
    if (progress.caughtUp() && (rebuildDue || command.name().equals(Command.TICK))) {
      serve(serving(context));
    }
  }

  private void serve(Consumer<ViewWrite> views) {
    for (var call : queues.expire()) {
      gone(call, views);
    }
    if (lastDecided.changed(rebuildDue)) {
      views.accept(ViewWrite.of(RedisKeys.DECISIONS, null, lastDecided.newest(), null, null));
    }
    if (rebuildDue) {
      rebuildDue = false;
      served.clear();
      servedAgents = null;
      ofThePast.clear();
      queues.all().forEach(queue -> anew(queue, views));
    }
    ofThePast.forEach(callId -> queues.find(callId).ifPresent(call -> views.accept(view(call))));
    ofThePast.clear();
    serveAgents(views);
    for (var queue : queues.forget(routing)) {
      served.remove(queue);
      views.accept(ViewWrite.gone(RedisKeys.QUEUES, queue));
    }
    for (var state : queues.states(routing)) {
      if (!same(state, served.put(state.queue(), state))) {
        views.accept(ViewWrite.of(RedisKeys.QUEUES, state.queue(), state, null, null));
      }
    }
  }

  /** Once anew also if there are none: some may be served from before. */
  private void serveAgents(Consumer<ViewWrite> views) {
    var agents = queues.agentsActive(routing);
    if (!agents.equals(servedAgents)) {
      servedAgents = agents;
      views.accept(ViewWrite.of(RedisKeys.AGENTS, null, agents, null, null));
    }
  }

  /** Replaces all calls of a queue: some that are still served may have left meanwhile. */
  private static void anew(CallQueue queue, Consumer<ViewWrite> views) {
    views.accept(ViewWrite.gone(RedisKeys.queue(queue.name())));
    queue.waiting().forEach(call -> views.accept(view(call)));
  }

  /** Whether nothing but time has passed. */
  private static boolean same(QueueState is, QueueState was) {
    return was != null && is.at(0).equals(was.at(0));
  }
}
