package io.campaignpulse.serving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest value of each view and writes them together a few milliseconds later and at
 * every checkpoint. After a failure it waits a little longer each time; once Redis is back it also
 * repeats what was written last, as a Redis that fell may have forgotten its last second.
 */
final class RedisViewWriter implements SinkWriter<ViewWrite> {
  private static final Logger LOG = LoggerFactory.getLogger(RedisViewWriter.class);
  private static final long MOMENT_MILLIS = 3;
  private static final long LONGEST_WAIT_MILLIS = 2_000;
  private static final long REPEAT_MILLIS = 5_000;

  private final ViewStore store;
  private final ProcessingTimeService time;
  private final Map<String, ViewWrite> waiting = new LinkedHashMap<>();
  private final Deque<Written> recent = new ArrayDeque<>();
  private int failures;
  private long notBefore;
  private boolean planned;

  private record Written(long at, List<ViewWrite> views) {}

  RedisViewWriter(ViewStore store, ProcessingTimeService time) {
    this.store = store;
    this.time = time;
  }

  @Override
  public void write(ViewWrite view, Context context) {
    add(waiting, view);
    plan();
  }

  /** Writes are kept in the order of the last of each place: a key goes before its new fields. */
  private static void add(Map<String, ViewWrite> writes, ViewWrite view) {
    writes.remove(view.place());
    writes.put(view.place(), view);
  }

  /** Nothing is planned while nothing waits: a system at rest rests. */
  private void plan() {
    if (!planned) {
      planned = true;
      var soon = time.getCurrentProcessingTime() + MOMENT_MILLIS;
      time.registerTimer(Math.max(soon, notBefore), this::moment);
    }
  }

  private void moment(long now) {
    planned = false;
    tryToWrite(now);
    if (!waiting.isEmpty()) {
      plan();
    }
  }

  @Override
  public void flush(boolean endOfInput) {
    tryToWrite(time.getCurrentProcessingTime());
  }

  private void tryToWrite(long now) {
    recent.removeIf(written -> written.at < now - REPEAT_MILLIS);
    if (waiting.isEmpty()) {
      return;
    }
    var views = new ArrayList<>(waiting.values());
    try {
      store.write(views);
      waiting.clear();
      recent.add(new Written(now, views));
      recovered();
    } catch (RuntimeException e) {
      failed(now, e);
    }
  }

  private void recovered() {
    if (failures > 0) {
      LOG.info("Redis takes figures again after {} failures", failures);
      failures = 0;
    }
  }

  private void failed(long now, RuntimeException e) {
    if (failures++ == 0) {
      LOG.warn("Redis takes no figures; {} views wait: {}", waiting.size(), e.toString());
      repeatRecent();
    }
    notBefore = now + Math.min(LONGEST_WAIT_MILLIS, MOMENT_MILLIS << Math.min(failures, 10));
  }

  private void repeatRecent() {
    var all = new LinkedHashMap<String, ViewWrite>();
    recent.forEach(written -> written.views.forEach(view -> add(all, view)));
    waiting.values().forEach(view -> add(all, view));
    recent.clear();
    waiting.clear();
    waiting.putAll(all);
  }

  @Override
  public void close() {
    store.close();
  }
}
