package io.campaignpulse.routing.core;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.QueueState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Who forgets queues that are over shows of the others what is shown by who forgets none. */
class ForgottenQueuesProperties {
  private static final long START = 1_800_000_000_000L;
  private static final long CLOCK = 2 * START;

  private static final Routing ROUTING =
      new Routing(RoutingRules.newBuilder().setRulesId("CURRENT").setQueues(List.of()).build());

  /** What comes after some hours. */
  enum What {
    QUEUED,
    ANSWERED,
    ABANDONED,
    NOTHING
  }

  private static void take(CallQueues queues, What what, String queue, String callId, long at) {
    switch (what) {
      case QUEUED -> {
        queues.count(List.of(new CallMark(queue, at, CallMark.Kind.QUEUED, null, 1)), CLOCK);
        queues.queued(AskedCall.of(queue, callId, at).decision(), ROUTING, CLOCK);
      }
      case ANSWERED -> {
        queues.left(queue, Act.ANSWERED, at, ROUTING, CLOCK);
        var mark = new CallMark(queue, at, CallMark.Kind.ANSWERED_LATER, "eve", 1);
        queues.count(List.of(mark), CLOCK);
      }
      case ABANDONED -> queues.left(queue, Act.ABANDONED, at, ROUTING, CLOCK);
      case NOTHING -> {}
    }
  }

  private static boolean showsNothing(QueueState state) {
    return state.queued() == 0
        && state.answered() == 0
        && state.abandoned() == 0
        && state.agentsActive() == 0
        && state.service().due() == 0
        && state.expectedWaitSeconds().isEmpty()
        && state.arrivals().isEmpty();
  }

  private static Map<String, QueueState> byName(CallQueues queues) {
    return queues.states(ROUTING).stream().collect(toMap(QueueState::queue, identity()));
  }

  /** But for the waits: of the last five calls, all but the last may be from before. */
  private static void compare(Map<String, QueueState> forgetting, Map<String, QueueState> keeping) {
    assertThat(keeping.keySet().containsAll(forgetting.keySet())).isTrue();
    keeping.forEach(
        (queue, kept) -> {
          if (forgetting.containsKey(queue)) {
            assertThat(forgetting.get(queue))
                .usingRecursiveComparison()
                .ignoringFields("expectedWaitSeconds")
                .isEqualTo(kept);
          } else {
            assertThat(showsNothing(kept)).as(kept::toString).isTrue();
          }
        });
  }

  @Property(tries = 200)
  void showsTheSame(
      @ForAll @Size(max = 30) List<What> whats,
      @ForAll @Size(value = 30) List<@IntRange(max = 2) Integer> queueOf,
      @ForAll @Size(value = 30) List<@IntRange(max = 15) Integer> hours) {
    var forgetting = new CallQueues();
    var keeping = new CallQueues();
    long at = START;
    for (int n = 0; n < whats.size(); n++) {
      at += Duration.ofHours(hours.get(n)).toMillis();
      for (var queues : List.of(forgetting, keeping)) {
        queues.advance(at, CLOCK);
        // A call is named after its queue: one waits in each at most.
        var queue = "queue " + queueOf.get(n);
        take(queues, whats.get(n), queue, queue, at);
        queues.expire();
      }
      forgetting.forget(ROUTING);
      compare(byName(forgetting), byName(keeping));
      assertThat(forgetting.forget(ROUTING)).isEmpty();
    }
  }
}
