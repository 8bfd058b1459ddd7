package io.campaignpulse.simulators.replay;

import java.time.Duration;
import java.util.List;

/** What became of a replay, reference data included. The reasons are the first ones given. */
public record ReplaySummary(long accepted, long rejected, List<String> reasons, Duration took) {

  public double perSecond() {
    return (accepted + rejected) / Math.max(1e-9, took.toNanos() / 1e9);
  }
}
