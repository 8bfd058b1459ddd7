package io.campaignpulse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LifetimeTest {
  @Test
  void aPartThatCannotGoOnEndsTheProcessInOrder() throws Exception {
    try (var process = ChildJvm.start(Ends.class, "in order")) {
      assertThat(process.readLine()).isEqualTo("pulse: Kafka gave up");
      assertThat(process.readLine()).isEqualTo("closed");
      assertThat(process.awaitEnd()).isEqualTo(1);
    }
  }

  @Test
  void aPartThatCannotGoOnEndsTheProcessThoughAnotherDoesNotClose() throws Exception {
    try (var process = ChildJvm.start(Ends.class, "hanging")) {
      assertThat(process.readLine()).isEqualTo("pulse: Kafka gave up");
      assertThat(process.readLine()).isNull();
      assertThat(process.awaitEnd()).isEqualTo(1);
    }
  }

  /** Has a part that closes, or hangs, and another that can't go on. */
  static final class Ends {
    public static void main(String[] args) throws Exception {
      System.setErr(System.out);
      var hangs = args[0].equals("hanging");
      var lifetime = Lifetime.begin(new Stages(System.out, false));
      lifetime.started().add(() -> close(hangs));
      Lifetime.end("Kafka gave up", Duration.ofSeconds(hangs ? 1 : 60));
      new CountDownLatch(1).await();
    }

    private static void close(boolean hangs) throws InterruptedException {
      if (hangs) {
        new CountDownLatch(1).await();
      }
      System.out.println("closed");
    }
  }
}
