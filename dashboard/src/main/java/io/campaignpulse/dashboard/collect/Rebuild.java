package io.campaignpulse.dashboard.collect;

import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Orders the jobs to write every figure to the serving store again. */
public final class Rebuild {
  private static final String ORDER = "REBUILD";

  private final EventLog log;

  public Rebuild(EventLog log) {
    this.log = log;
  }

  /** Returns once the order is durable. */
  public void order() {
    log.append(
        List.of(
            new EventLog.Entry(Topics.COMMANDS, ORDER, ORDER.getBytes(StandardCharsets.UTF_8))));
  }
}
