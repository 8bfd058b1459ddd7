package io.campaignpulse.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts parts that do not depend on one another side by side. */
final class Parallel {
  private Parallel() {}

  /**
   * Starts all and waits for all; what has started is handed to {@code started} in the order given,
   * also when another part failed.
   */
  static void start(Started started, List<Callable<? extends AutoCloseable>> parts)
      throws Exception {
    var threads = Executors.newFixedThreadPool(parts.size());
    try {
      var starting = new ArrayList<Future<? extends AutoCloseable>>();
      parts.forEach(part -> starting.add(threads.submit(part)));
      Exception first = null;
      for (var part : starting) {
        first = keep(started, part, first);
      }
      if (first != null) {
        throw first;
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Exception keep(
      Started started, Future<? extends AutoCloseable> part, Exception first)
      throws InterruptedException {
    try {
      started.add(part.get());
      return first;
    } catch (ExecutionException failure) {
      var cause = failure.getCause() instanceof Exception known ? known : failure;
      if (first == null) {
        return cause;
      }
      first.addSuppressed(cause);
      return first;
    }
  }
}
