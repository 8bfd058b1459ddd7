package io.campaignpulse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchTest {
  @Test
  void goesOnAfterALookThatFailed() throws InterruptedException {
    var looks = new CountDownLatch(3);

    try (var watch = Watch.every(Duration.ofMillis(1), "watch-test", () -> fail(looks))) {
      assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(watch).isNotNull();
    }
  }

  private static void fail(CountDownLatch looks) {
    looks.countDown();
    throw new IllegalStateException("not now");
  }
}
