package io.campaignpulse.standalone.embedded;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Readiness, asked for again and again until a deadline. */
public final class Await {
  private static final long BETWEEN_QUESTIONS = TimeUnit.MILLISECONDS.toNanos(20);

  private Await() {}

  public static void until(Duration patience, BooleanSupplier ready) throws TimeoutException {
    present(patience, () -> ready.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  public static <T> T present(Duration patience, Supplier<Optional<T>> answer)
      throws TimeoutException {
    long start = System.nanoTime();
    while (true) {
      var found = answer.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while waiting");
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new TimeoutException("not within " + patience);
      }
      LockSupport.parkNanos(BETWEEN_QUESTIONS);
    }
  }

  /** Keeps the interruption and says so. */
  public static IllegalStateException interrupted(InterruptedException interruption) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting", interruption);
  }
}
