package io.campaignpulse.dashboard.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.queues.Queues;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The queues as those see them who watch: read once for all of them. */
final class QueueBoard {
  /** Waits and the order move with time: so often all is read, whether or not anything changed. */
  private static final long REFRESH_NANOS = Duration.ofMillis(900).toNanos();

  /** As many calls of a queue as anybody looks through. */
  private static final int MOST_CALLS = 100;

  private final Queues queues;
  private SortedMap<String, ObjectNode> shown = new TreeMap<>();
  private List<ObjectNode> decisions = List.of();
  private long readAt = System.nanoTime() - REFRESH_NANOS;
  private long revision;

  QueueBoard(Queues queues) {
    this.queues = queues;
  }

  long revision() {
    return revision;
  }

  /** Reads what changed, or all if it is time to. */
  void read(Changes.Work work) {
    if (work.everything() || System.nanoTime() - readAt >= REFRESH_NANOS) {
      readAll();
    } else if (!work.queues().isEmpty()) {
      shown.putAll(queues.read(work.queues(), MOST_CALLS));
      revision++;
    }
  }

  /** Nobody has watched for a while: what was read then is old. */
  void forget() {
    revision = 0;
  }

  void readAll() {
    shown = queues.read(queues.names(), MOST_CALLS);
    decisions = queues.decisions();
    readAt = System.nanoTime();
    revision++;
  }

  ObjectNode write() {
    var data = JsonNodeFactory.instance.objectNode();
    data.putArray("queues").addAll(shown.values());
    data.putArray("decisions").addAll(decisions);
    return data;
  }
}
