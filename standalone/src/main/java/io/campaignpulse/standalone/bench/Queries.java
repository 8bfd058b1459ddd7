package io.campaignpulse.standalone.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Asks a server over some connections.
 *
 * @param paths what the n-th question asks for
 */
record Queries(URI server, LongFunction<String> paths) {
  private static final int CONNECTIONS = 8;
  private static final int OK = 200;
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

  /** How many questions a second are answered when each connection asks as soon as it can. */
  double fastest(int seconds) throws InterruptedException {
    var asked = new AtomicLong();
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    everyLine(
        line -> {
          while (System.nanoTime() < until) {
            ask(line, asked.getAndIncrement());
          }
        });
    return asked.get() / (double) seconds;
  }

  /** Microseconds from the moment at which each question was meant to be asked. */
  Histogram steady(double perSecond, int seconds) throws InterruptedException {
    var micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    var next = new AtomicLong();
    var all = (long) (perSecond * seconds);
    var begun = System.nanoTime();
    everyLine(
        line -> {
          for (long n = next.getAndIncrement(); n < all; n = next.getAndIncrement()) {
            var due = begun + (long) (n * 1e9 / perSecond);
            while (System.nanoTime() < due) {
              LockSupport.parkNanos(due - System.nanoTime());
            }
            ask(line, n);
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
          }
        });
    return micros;
  }

  private void ask(HttpConnection line, long n) throws IOException {
    var status = line.get(paths.apply(n));
    if (status != OK) {
      throw new IOException(paths.apply(n) + " was answered " + status);
    }
  }

  private interface Asking {
    void ask(HttpConnection line) throws IOException;
  }

  private void everyLine(Asking asking) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      var lines = new ArrayList<Callable<Void>>();
      for (int i = 0; i < CONNECTIONS; i++) {
        lines.add(
            () -> {
              try (var line = new HttpConnection(server)) {
                asking.ask(line);
              }
              return null;
            });
      }
      for (var done : threads.invokeAll(lines)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a question was not answered", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
