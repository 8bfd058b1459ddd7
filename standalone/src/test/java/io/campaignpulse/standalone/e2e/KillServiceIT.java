package io.campaignpulse.standalone.e2e;

import io.campaignpulse.standalone.embedded.Await;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill -9 while agents take calls and offers are decided on gives no call to two of them and
 * loses none, gives no customer more offers than the policy allows, and counts none twice.
 */
class KillServiceIT {
  @TempDir Path data;

  private final Agents agents = new Agents();

  @Test
  void everyCallIsGivenOnceAndEverybodyGetsOneOffer() throws Exception {
    try (var child = ChildPulse.start(data)) {
      var pulse = child.pulse();
      awaitUp(pulse);
      Agents.queueCalls(pulse);
      OfferedCallers.defineOffers(pulse);
      var calling = CompletableFuture.runAsync(() -> OfferedCallers.callUntilGone(pulse));
      Await.until(Pulse.PATIENCE, () -> OfferedCallers.underWay(pulse));
      var taking = agents.takeUntilGone(pulse);
      Await.until(Pulse.PATIENCE, agents::atWork);
      child.kill();
      calling.join();
      taking.join();
      agents.assertNotDone();
    }
    try (var child = ChildPulse.start(data)) {
      var pulse = child.pulse();
      awaitUp(pulse);
      OfferedCallers.call(pulse);
      agents.takeTheRest(pulse);
      agents.assertGivenOnceAndDecidedOn(pulse);
      OfferedCallers.awaitOneOfferEach(pulse);
      OfferedCallers.assertCountsAnswers(pulse);
    }
  }

  private static void awaitUp(Pulse pulse) throws TimeoutException {
    Await.until(
        Pulse.PATIENCE, () -> pulse.http().read("health").path("status").asText().equals("UP"));
  }
}
