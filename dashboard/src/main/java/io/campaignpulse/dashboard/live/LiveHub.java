package io.campaignpulse.dashboard.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.figures.FiguresJson;
import io.campaignpulse.dashboard.figures.Headlines;
import io.campaignpulse.dashboard.figures.Metrics;
import io.campaignpulse.dashboard.figures.Series;
import io.campaignpulse.dashboard.ports.ChangeFeed;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.dashboard.queues.Queues;
import io.campaignpulse.events.views.ChangeNotice;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the figures to everyone who looks, as they change. One thread owns the picture; it reads
 * what was announced as changed, at most four times a second, and sends each viewer what they lack.
 */
public final class LiveHub implements ChangeFeed.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
  private static final String QUEUES = "queues";
  private static final long UNPLANNED = Long.MAX_VALUE;
  private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long HEARTBEAT_MILLIS = 1_500;
  private static final long STATUS_MILLIS = 1_000;
  private static final long REFRESH_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private final Map<String, Detail> details = new HashMap<>();
  private final Changes changes = new Changes();
  private final Board board;
  private final QueueBoard queueBoard;
  private final BoardReader reader;
  private final Metrics metrics;
  private final Series series;
  private final Frames frames;
  private final LiveMeter meter;
  private final HubThreads threads = new HubThreads();

  private final Beat beat = new Beat(System.nanoTime());
  private long lastRefresh = System.nanoTime();
  private long tickAt = UNPLANNED;
  private boolean hasRead;
  private JsonNode status;

  public LiveHub(
      ReferenceStore references,
      FigureStore store,
      Queues queues,
      FiguresJson json,
      Supplier<? extends JsonNode> health,
      LiveMeter meter,
      Clock clock) {
    this.board = new Board(new Headlines(json));
    this.queueBoard = new QueueBoard(queues);
    this.reader = new BoardReader(references, store, clock, board, details);
    this.metrics = new Metrics(json);
    this.series = new Series(json);
    this.frames = new Frames(clock);
    this.meter = meter;
    changes.addEverything();
    threads.every(HEARTBEAT_MILLIS, this::heartbeat);
    threads.every(STATUS_MILLIS, () -> status(health.get()));
  }

  @Override
  public void changed(ChangeNotice notice) {
    changes.add(notice);
    var now = System.nanoTime();
    threads.run(() -> planTick(notice.campaigns().isEmpty() ? beat.other() : beat.figures(now)));
  }

  @Override
  public void connected() {
    changes.addEverything();
    threads.run(this::planTick);
  }

  /** A viewer has come; the returned handle is for what they say and for their leaving. */
  public Seat join(Line line) {
    var viewer = new Viewer(line);
    viewers.add(viewer);
    meter.viewers(viewers.size());
    threads.run(() -> serve(viewer));
    return new Seat(this, viewer);
  }

  void watch(Viewer viewer, String campaignId, boolean queues) {
    threads.run(
        () -> {
          viewer.watched = campaignId;
          viewer.detailSeen = Viewer.NOTHING;
          dropUnwatched();
          if (campaignId != null && !details.containsKey(campaignId)) {
            open(campaignId);
          }
          watchQueues(viewer, queues);
          serve(viewer);
        });
  }

  private void watchQueues(Viewer viewer, boolean wanted) {
    var known = queuesAreWatched();
    viewer.watchesQueues = wanted;
    viewer.queuesSeen = Viewer.NOTHING;
    if (wanted && !known) {
      openQueues();
    }
  }

  private boolean queuesAreWatched() {
    return viewers.stream().anyMatch(viewer -> viewer.watchesQueues);
  }

  private void openQueues() {
    queueBoard.forget();
    try {
      queueBoard.readAll();
      frames.forget();
    } catch (RuntimeException e) {
      unread(e);
      planTick();
    }
  }

  private void unread(RuntimeException e) {
    if (e instanceof StoreUnavailableException) {
      LOG.debug("the figures can't be read at the moment", e);
      meter.storeFailed();
    } else {
      LOG.error("figures can't be read", e);
    }
  }

  void leave(Viewer viewer) {
    viewers.remove(viewer);
    meter.viewers(viewers.size());
    threads.run(this::dropUnwatched);
  }

  private void open(String campaignId) {
    var detail = new Detail(campaignId);
    details.put(campaignId, detail);
    try {
      reader.readWhole(campaignId, detail);
      frames.forget();
    } catch (RuntimeException e) {
      unread(e);
      changes.addEverything();
      planTick();
    }
  }

  private void dropUnwatched() {
    details
        .keySet()
        .removeIf(id -> viewers.stream().noneMatch(viewer -> id.equals(viewer.watched)));
  }

  private void status(JsonNode newest) {
    threads.run(
        () -> {
          status = newest;
          planTick();
        });
  }

  private void planTick() {
    planTick(beat.other());
  }

  /** The soonest that was asked for is the one that comes. */
  private void planTick(long at) {
    if (at < tickAt) {
      tickAt = at;
      threads.later(at - System.nanoTime(), () -> tick(at));
    }
  }

  private void tick(long plannedAt) {
    if (plannedAt != tickAt) {
      return;
    }
    tickAt = UNPLANNED;
    var now = System.nanoTime();
    beat.left(now);
    var work = changes.take();
    try {
      read(work, now);
      hasRead = true;
    } catch (RuntimeException e) {
      unread(e);
      changes.add(work);
      threads.later(RETRY_NANOS, this::planTick);
    }
    if (status != null) {
      board.status(status);
    }
    frames.forget();
    viewers.forEach(this::serve);
  }

  /** Sparklines and states move with event time also where nothing happens, but less often. */
  private void read(Changes.Work work, long now) {
    if (queuesAreWatched()) {
      queueBoard.read(work);
    }
    if (work.everything()) {
      reader.readEverything();
      lastRefresh = now;
      return;
    }
    if (!work.campaigns().isEmpty()) {
      reader.read(work.campaigns());
    }
    if (now - lastRefresh > REFRESH_NANOS) {
      reader.readHeadlines();
      lastRefresh = now;
    }
  }

  /** Sends the viewer the next thing they lack, if the last frame is through. */
  private void serve(Viewer viewer) {
    if (!hasRead || status == null || viewer.busy()) {
      return;
    }
    var detail = viewer.watched == null ? null : details.get(viewer.watched);
    if (viewer.seen < board.revision()) {
      serveBoard(viewer);
    } else if (detail != null && detail.revision() > Math.max(0, viewer.detailSeen)) {
      serveDetail(viewer, detail);
    } else if (viewer.watchesQueues && queueBoard.revision() > Math.max(0, viewer.queuesSeen)) {
      serveQueues(viewer);
    }
  }

  private void serveBoard(Viewer viewer) {
    var seen = viewer.seen;
    var type = seen == Viewer.NOTHING ? "snapshot" : "delta";
    if (send(viewer, frames.write(seen, type, () -> board.since(seen)))) {
      viewer.seen = board.revision();
      viewer.greeted = true;
    }
  }

  private void serveDetail(Viewer viewer, Detail detail) {
    var seen = viewer.detailSeen;
    var key = viewer.watched + '@' + seen;
    if (send(viewer, frames.write(key, "campaign", () -> detail.since(seen, metrics, series)))) {
      viewer.detailSeen = detail.revision();
    }
  }

  private void serveQueues(Viewer viewer) {
    if (send(viewer, frames.write(QUEUES, QUEUES, queueBoard::write))) {
      viewer.queuesSeen = queueBoard.revision();
    }
  }

  private boolean send(Viewer viewer, String frame) {
    var sent =
        viewer.send(
            frame, System.nanoTime(), () -> threads.run(() -> serve(viewer)), () -> leave(viewer));
    if (sent) {
      meter.frameSent();
    }
    return sent;
  }

  private void heartbeat() {
    var now = System.nanoTime();
    var frame = frames.heartbeat();
    for (var viewer : viewers) {
      if (viewer.stuck(now, PATIENCE_NANOS)) {
        viewer.cut();
      } else if (viewer.greeted) {
        send(viewer, frame);
      }
    }
  }

  @Override
  public void close() {
    threads.close();
    viewers.forEach(Viewer::cut);
  }
}
