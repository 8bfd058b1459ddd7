package io.campaignpulse.simulators.replay;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.simulators.target.InFlight;
import io.campaignpulse.simulators.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a plan to a running system: reference data first, then the events in order of event time.
 */
public final class Replay {
  private final ReplayPlan plan;
  private final Target target;
  private final ReplayOptions options;

  public Replay(ReplayPlan plan, Target target, ReplayOptions options) {
    this.plan = plan;
    this.target = target;
    this.options = options;
  }

  /** Returns when the system has everything. */
  public ReplaySummary run(Progress progress) {
    var tallied = new Tallied(size(), progress);
    for (var kind : ReferenceKind.values()) {
      sendReferences(kind, tallied);
    }
    sendEvents(tallied);
    return tallied.summary();
  }

  private long size() {
    long size = plan.events().size();
    for (var kind : ReferenceKind.values()) {
      size += plan.referenceCount(kind);
    }
    return size;
  }

  private void sendReferences(ReferenceKind kind, Tallied tallied) {
    var messages = plan.references(kind);
    for (int from = 0; from < messages.size(); from += options.batch()) {
      var to = Math.min(messages.size(), from + options.batch());
      tallied.add(target.reference(kind, messages.subList(from, to)));
    }
  }

  private void sendEvents(Tallied tallied) {
    var events = plan.events();
    var startedAt = System.nanoTime();
    try (var inFlight = new InFlight(options.inFlight(), options.overtaking())) {
      for (int from = 0; from < events.size(); ) {
        awaitDue(from, startedAt);
        var to = batchEnd(from, startedAt);
        var batch = events.subList(from, to);
        inFlight.begin(plan.at(from), plan.at(to - 1), () -> tallied.add(target.events(batch)));
        from = to;
      }
      inFlight.awaitAll();
    }
  }

  /** As many events as one request takes; when paced, only those that are due. */
  private int batchEnd(int from, long startedAt) {
    var limit = Math.min(plan.events().size(), from + options.batch());
    if (!options.paced()) {
      return limit;
    }
    var elapsed = System.nanoTime() - startedAt;
    var to = from + 1;
    while (to < limit && dueAfterNanos(to) <= elapsed) {
      to++;
    }
    return to;
  }

  private void awaitDue(int index, long startedAt) {
    if (options.paced()) {
      long left;
      while ((left = startedAt + dueAfterNanos(index) - System.nanoTime()) > 0) {
        LockSupport.parkNanos(left);
        if (Thread.interrupted()) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while waiting for the next event");
        }
      }
    }
  }

  private long dueAfterNanos(int index) {
    Instant first = plan.at(0);
    return (long) (Duration.between(first, plan.at(index)).toMillis() * 1e6 / options.speed());
  }
}
