package io.campaignpulse.serving;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes when it is told to. */
final class LaterExecutor extends AbstractExecutorService {
  private final Queue<Runnable> later;

  LaterExecutor(Queue<Runnable> later) {
    this.later = later;
  }

  @Override
  public void execute(Runnable write) {
    later.add(write);
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) {
    return true;
  }
}
