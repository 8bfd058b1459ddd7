package io.campaignpulse.standalone.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.junit.jupiter.api.Test;

class EarlyCheckpointsTest {
  private final List<CompletableFuture<Void>> ordered = new ArrayList<>();
  private final EarlyCheckpoints checkpoints = new EarlyCheckpoints(this::order);

  private CompletableFuture<?> order() {
    ordered.add(new CompletableFuture<>());
    return ordered.get(ordered.size() - 1);
  }

  private void look(JobStatus status, long runningSince, long now) {
    checkpoints.look(job(status, runningSince), now);
  }

  private static AccessExecutionGraph job(JobStatus status, long runningSince) {
    return (AccessExecutionGraph)
        Proxy.newProxyInstance(
            EarlyCheckpointsTest.class.getClassLoader(),
            new Class<?>[] {AccessExecutionGraph.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getState" -> status;
                  case "getStatusTimestamp" -> runningSince;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void ordersOneEveryTwoSecondsInTheFirstHalfMinuteOnly() {
    for (long now = 100_000; now < 200_000; now += 1_000) {
      look(JobStatus.RUNNING, 100_000, now);
      ordered.forEach(each -> each.complete(null));
    }
    assertThat(ordered).hasSize(15);
  }

  @Test
  void ordersNoneBeforeTheLastHasEndedHoweverItEnds() {
    look(JobStatus.RUNNING, 100_000, 101_000);
    look(JobStatus.RUNNING, 100_000, 105_000);
    assertThat(ordered).hasSize(1);
    ordered.get(0).completeExceptionally(new IllegalStateException("declined"));
    look(JobStatus.RUNNING, 100_000, 106_000);
    assertThat(ordered).hasSize(2);
  }

  @Test
  void beginsAnewWhenTheJobHasStartedAgain() {
    look(JobStatus.RESTARTING, 100_000, 101_000);
    look(JobStatus.RUNNING, 100_000, 150_000);
    assertThat(ordered).isEmpty();
    look(JobStatus.RUNNING, 149_000, 151_000);
    assertThat(ordered).hasSize(1);
  }
}
