package io.campaignpulse.simulators.replay;

import io.campaignpulse.simulators.target.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The answers so far, added up; safe to be told by several senders. */
final class Tallied {
  private static final int REASONS_KEPT = 20;

  private final long total;
  private final long startedAt = System.nanoTime();
  private final Progress progress;
  private final List<String> reasons = new ArrayList<>();
  private long accepted;
  private long rejected;

  Tallied(long total, Progress progress) {
    this.total = total;
    this.progress = progress;
  }

  synchronized void add(Answer answer) {
    accepted += answer.accepted();
    rejected += answer.rejected().size();
    for (var each : answer.rejected()) {
      if (reasons.size() < REASONS_KEPT) {
        reasons.add((each.eventId() == null ? "" : each.eventId() + ": ") + each.error());
      }
    }
    progress.sent(accepted + rejected, total, summary().perSecond());
  }

  synchronized ReplaySummary summary() {
    var took = Duration.ofNanos(System.nanoTime() - startedAt);
    return new ReplaySummary(accepted, rejected, List.copyOf(reasons), took);
  }
}
