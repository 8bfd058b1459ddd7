package io.campaignpulse.standalone.bench;

import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.simulators.load.LoadPlan;
import java.time.Instant;

/** Events to measure with: the same on every run and machine. */
public record Dataset(String name, long events, int campaigns, int customers) {
  private static final long SEED = 42;
  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  /** Of event time; how fast they are read is up to the reader. */
  private static final double EVENTS_PER_SECOND = 10_000;

  LoadPlan plan() {
    return new LoadPlan(SEED, START, EVENTS_PER_SECOND, LoadMix.even(campaigns, customers));
  }
}
