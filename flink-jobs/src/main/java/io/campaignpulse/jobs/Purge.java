package io.campaignpulse.jobs;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.streaming.api.TimerService;

/**
 * When keyed state forgets: once the watermark has left an event behind by the history. Timers are
 * rounded up to whole periods, so that a busy key has few of them.
 */
public final class Purge implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long historyMillis;
  private final long periodMillis;

  public Purge(Duration history) {
    this.historyMillis = history.toMillis();
    this.periodMillis = Math.max(1, Math.min(Duration.ofDays(1).toMillis(), historyMillis / 8));
  }

  /** Sets the timer by which an event of this time is forgotten; times in epoch milliseconds. */
  public void schedule(TimerService timers, long at) {
    timers.registerEventTimeTimer(due(at));
  }

  /** When an event of this time is forgotten. */
  public long due(long at) {
    return (Math.floorDiv(at + historyMillis, periodMillis) + 1) * periodMillis;
  }

  /** What happened before this is forgotten when a timer fires. */
  public long cutoff(long timer) {
    return timer - historyMillis;
  }
}
