package io.campaignpulse.serving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest value of each view and writes them together each few milliseconds. While some
 * are on their way more are taken, so that a slow Redis holds up nobody, checkpoints neither: what
 * is not known to be written is kept in them, unless the next start serves it again. Once too much
 * waits, whoever gives more has to wait as well: nothing is dropped. After a failure it waits a
 * little longer each time; once Redis is back it also repeats what was written last, as a Redis
 * that fell may have forgotten its last seconds.
 */
final class RedisViewWriter implements StatefulSinkWriter<ViewWrite, List<ViewWrite>> {
  private static final Logger LOG = LoggerFactory.getLogger(RedisViewWriter.class);
  private static final long MOMENT_MILLIS = 5;

  private static final long LONGEST_WAIT_MILLIS = 2_000;

  /** So many views are one piece of a checkpoint. */
  private static final int PIECE = 1_000;

  /**
   * A Redis that syncs its file each second, as it does unless told otherwise, forgets at most two
   * seconds when it falls. The embedded one never syncs it: killed, it forgets nothing; of what it
   * loses with the machine's power this is a part, and the jobs, which fell with it, serve the rest
   * again when they start.
   */
  private static final long REPEAT_MILLIS = 2_500;

  private final ViewStore store;
  private final ProcessingTimeService time;
  private final ExecutorService writing;
  private final Pause pause;
  private final long most;
  private final ViewsForm form = new ViewsForm();
  private final Unwritten waiting = new Unwritten();
  private final Deque<Written> recent = new ArrayDeque<>();
  private int failures;
  private long notBefore;
  private long lastMoment;
  private boolean planned;

  /**
   * Views that were written, as bytes: as objects they were half of all that each collection had to
   * copy.
   */
  private record Written(long at, byte[] views) {}

  /** What was handed over to be written; null while nothing is. */
  private Batch onTheWay;

  private record Batch(List<ViewWrite> views, long bytes, CompletableFuture<byte[]> written) {}

  /** Lets timers fire while a write is held up. */
  interface Pause {
    void yield() throws InterruptedException;
  }

  /**
   * @param writing writes one batch after the other; ends with the writer
   * @param most so many bytes may wait, about, before writes are held up
   */
  RedisViewWriter(
      ViewStore store,
      ProcessingTimeService time,
      ExecutorService writing,
      Pause pause,
      long most) {
    this.store = store;
    this.time = time;
    this.writing = writing;
    this.pause = pause;
    this.most = most;
  }

  @Override
  public void write(ViewWrite view, Context context) throws InterruptedException {
    waiting.add(view);
    plan();
    if (held() > most) {
      holdUp();
    }
  }

  private long held() {
    return waiting.bytes() + (onTheWay == null ? 0 : onTheWay.bytes);
  }

  private void holdUp() throws InterruptedException {
    if (failures > 0) {
      LOG.warn("As much waits for Redis as may: events wait until it takes some");
    }
    while (held() > most) {
      pause.yield();
    }
  }

  /** Nothing is planned while nothing waits: a system at rest rests. */
  private void plan() {
    if (!planned) {
      planned = true;
      var now = time.getCurrentProcessingTime();
      // A clock that is set back makes the last moment one that is still to come.
      var apart = Math.min(lastMoment, now) + MOMENT_MILLIS;
      // What comes first after a while waits only for what is made together with it: a millisecond,
      // by which Flink's timers are late.
      var soon = Math.max(now, apart);
      // So does what was planned by it after a failure.
      notBefore = Math.min(notBefore, now + LONGEST_WAIT_MILLIS);
      time.registerTimer(Math.max(soon, notBefore), this::moment);
    }
  }

  private void moment(long now) {
    planned = false;
    lastMoment = now;
    if (onTheWay != null && onTheWay.written.isDone()) {
      arrived(now);
    }
    if (onTheWay == null) {
      send(now);
    }
    if (onTheWay != null && onTheWay.written.isDone()) {
      arrived(now);
    }
    if (onTheWay != null || !waiting.isEmpty()) {
      plan();
    }
  }

  /** Only the end waits until all was tried. */
  @Override
  public void flush(boolean endOfInput) {
    if (!endOfInput) {
      return;
    }
    if (onTheWay != null) {
      arrived(time.getCurrentProcessingTime());
    }
    send(time.getCurrentProcessingTime());
    if (onTheWay != null) {
      arrived(time.getCurrentProcessingTime());
    }
  }

  /**
   * What is not known to be written and nobody would serve again, the older values of a place
   * first, in pieces.
   */
  @Override
  public List<List<ViewWrite>> snapshotState(long checkpointId) {
    var unwritten = new ArrayList<ViewWrite>();
    if (onTheWay != null) {
      keep(onTheWay.views, unwritten);
    }
    keep(waiting.all(), unwritten);
    var pieces = new ArrayList<List<ViewWrite>>();
    for (int from = 0; from < unwritten.size(); from += PIECE) {
      pieces.add(unwritten.subList(from, Math.min(from + PIECE, unwritten.size())));
    }
    return pieces;
  }

  private static void keep(Collection<ViewWrite> views, List<ViewWrite> kept) {
    for (var view : views) {
      if (!ServedAnew.holds(view)) {
        kept.add(view);
      }
    }
  }

  /** Goes on with what {@link #snapshotState} gave. */
  void restore(Collection<List<ViewWrite>> unwritten) {
    if (!unwritten.isEmpty()) {
      waiting.addOlder(unwritten.stream().flatMap(List::stream).toList());
      plan();
    }
  }

  private void send(long now) {
    if (waiting.isEmpty() || now < notBefore) {
      return;
    }
    var bytes = waiting.bytes();
    var views = waiting.take();
    onTheWay =
        new Batch(views, bytes, CompletableFuture.supplyAsync(() -> written(views), writing));
  }

  private byte[] written(List<ViewWrite> views) {
    store.write(views);
    return form.serialize(views);
  }

  private void arrived(long now) {
    var batch = onTheWay;
    onTheWay = null;
    try {
      var written = batch.written.join();
      // From the last that it took, not from now: nobody knows since when it has been away.
      recent.removeIf(earlier -> earlier.at < now - REPEAT_MILLIS);
      recent.add(new Written(now, written));
      recovered();
    } catch (CompletionException e) {
      failed(now, batch.views, e.getCause());
    }
  }

  private void recovered() {
    if (failures > 0) {
      LOG.info("Redis takes figures again after {} failures", failures);
      failures = 0;
      notBefore = 0;
    }
  }

  private void failed(long now, List<ViewWrite> unwritten, Throwable why) {
    waiting.addOlder(unwritten);
    if (failures++ == 0) {
      LOG.warn("Redis takes no figures; {} views wait: {}", waiting.all().size(), why.toString());
      repeatRecent();
    }
    notBefore = now + Math.min(LONGEST_WAIT_MILLIS, MOMENT_MILLIS << Math.min(failures, 10));
  }

  private void repeatRecent() {
    var views = new ArrayList<ViewWrite>();
    recent.forEach(written -> views.addAll(form.deserialize(written.views)));
    recent.clear();
    waiting.addOlder(views);
  }

  @Override
  public void close() {
    writing.shutdown();
    try {
      writing.awaitTermination(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      store.close();
    }
  }
}
