package io.campaignpulse.standalone.embedded;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The child that rewrites a Redis server's log, for which it takes a processor for seconds. Nobody
 * waits for it, so it is told to give way to all who do something that somebody waits for.
 */
final class LogRewriting {
  private static final Logger LOG = LoggerFactory.getLogger(LogRewriting.class);
  private static final long NONE = -1;

  private long toldLast = NONE;

  /** Looks whether there is one that was not told yet. */
  void giveWay(ProcessHandle server) {
    server
        .children()
        .mapToLong(ProcessHandle::pid)
        .filter(pid -> pid != toldLast)
        .forEach(this::tell);
  }

  private void tell(long pid) {
    toldLast = pid;
    try {
      new ProcessBuilder(List.of("renice", "-n", "19", "-p", Long.toString(pid)))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException absent) {
      LOG.debug("Redis rewrites its log at the priority of all others", absent);
    }
  }
}
