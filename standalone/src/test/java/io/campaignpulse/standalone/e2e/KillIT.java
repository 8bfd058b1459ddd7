package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.simulators.replay.Replay;
import io.campaignpulse.simulators.replay.ReplayOptions;
import io.campaignpulse.simulators.replay.ReplayPlan;
import io.campaignpulse.simulators.target.Patience;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.simulators.target.RetryListener;
import io.campaignpulse.simulators.target.TargetException;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill -9 of the whole process in the middle of a replay costs nothing but time. */
class KillIT {
  private static final ReplayPlan PLAN = Journey.FIRST_MONTHS;
  private static final String EVENTS = "pulse-events";
  private static final long MIDDLE = 15_000;
  private static final long SINCE_CHECKPOINT = 3_000;

  @TempDir Path data;

  private final Watch list = new Watch();

  @Test
  void goesOnExactlyAndShowsNothingBackwards() throws Exception {
    var recounted = Journey.recount(PLAN);
    try (var child = ChildPulse.start(data)) {
      var pulse = child.pulse();
      Await.until(Pulse.PATIENCE, () -> up(pulse));
      var replay = CompletableFuture.runAsync(() -> replayUntilKilled(pulse));
      Await.until(
          Pulse.PATIENCE,
          () ->
              look(pulse) && list.sum("contacted") > 0 && (inTheMiddle(pulse) || replay.isDone()));
      child.kill();
      replay.join();
    }
    var known = list.sum("contacted");
    assertThat(known).isPositive();

    try (var child = ChildPulse.start(data)) {
      var pulse = child.pulse();
      var live = new Watch();
      try (var viewer = new LiveView(pulse.address(), live)) {
        Await.until(Pulse.PATIENCE, () -> look(pulse) && up(pulse));
        Await.until(Pulse.PATIENCE, () -> live.sum("contacted") >= known);
        viewer.check();
        var replay = CompletableFuture.supplyAsync(() -> pulse.replay(PLAN));
        Await.until(Pulse.PATIENCE, () -> look(pulse) && replay.isDone());
        assertThat(replay.join().rejected()).isZero();
        pulse.assertServes(recounted);
        new Cards(PLAN.events(), PLAN.customers()).awaitServed(pulse);
        viewer.check();
        assertThat(viewer.frames()).isPositive();
      }
    }
  }

  /** As a sender who soon gives up. */
  private static void replayUntilKilled(Pulse pulse) {
    var briefly = new Patience(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1));
    var client = new PulseClient(pulse.address(), briefly, RetryListener.SILENT);
    try {
      new Replay(PLAN, client, ReplayOptions.MAX).run((sent, total, perSecond) -> {});
    } catch (TargetException killed) {
      // as it should be
    }
  }

  /** Far along, and well beyond the checkpoint that the next start goes on from. */
  private static boolean inTheMiddle(Pulse pulse) {
    var seen = pulse.redis().eventsCounted();
    return seen > MIDDLE && seen > pulse.kafka().committed(EVENTS) + SINCE_CHECKPOINT;
  }

  /** Sees what is shown, if anything is: a system that has no answer shows nothing wrong. */
  private boolean look(Pulse pulse) {
    try {
      var shown = pulse.http().ask("campaigns");
      shown.ifPresent(list::see);
      return shown.isPresent();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }

  private static boolean up(Pulse pulse) {
    try {
      return pulse.http().get("health").path("status").asText().equals("UP");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }
}
