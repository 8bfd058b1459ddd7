package io.campaignpulse.dashboard.ports;

import io.campaignpulse.dashboard.ports.EventLog.Position;
import java.time.Duration;
import java.util.Collection;

/** How far the reference data of the log is readable in the serving store. */
public interface MirrorProgress {
  /** Waits until all these positions are readable, or the time is up. */
  boolean await(Collection<Position> positions, Duration atMost);

  /**
   * Whether all is readable that there was when reading began in this process; what was written
   * since then may be missing.
   */
  boolean whole();
}
