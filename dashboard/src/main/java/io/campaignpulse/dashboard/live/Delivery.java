package io.campaignpulse.dashboard.live;

import io.campaignpulse.dashboard.figures.FiguresJson;
import io.campaignpulse.dashboard.figures.Metrics;
import io.campaignpulse.dashboard.figures.Series;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Sends each viewer what they lack of the picture, one frame after the other. */
final class Delivery {
  private static final String QUEUES = "queues";
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Picture picture;
  private final Metrics metrics;
  private final Series series;
  private final Frames frames;
  private final LiveMeter meter;
  private final Consumer<Viewer> free;
  private final Consumer<Viewer> lost;

  /**
   * @param free told of each viewer whose last frame is through
   * @param lost told of each viewer whom a frame did not reach
   */
  Delivery(
      Picture picture,
      FiguresJson json,
      Clock clock,
      LiveMeter meter,
      Consumer<Viewer> free,
      Consumer<Viewer> lost) {
    this.picture = picture;
    this.metrics = new Metrics(json);
    this.series = new Series(json);
    this.frames = new Frames(clock);
    this.meter = meter;
    this.free = free;
    this.lost = lost;
  }

  /** The picture has changed: frames that were written show an older one. */
  void renew() {
    frames.forget();
  }

  /** Sends the viewer the next thing they lack, if the last frame is through. */
  void serve(Viewer viewer) {
    if (!picture.isWhole() || viewer.busy()) {
      return;
    }
    var detail = picture.detail(viewer.watched);
    if (viewer.seen < picture.board().revision()) {
      serveBoard(viewer);
    } else if (detail != null && detail.revision() > Math.max(0, viewer.detailSeen)) {
      serveDetail(viewer, detail);
    } else if (viewer.watchesQueues
        && picture.queues().revision() > Math.max(0, viewer.queuesSeen)) {
      serveQueues(viewer);
    }
  }

  private void serveBoard(Viewer viewer) {
    var board = picture.board();
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
    var queues = picture.queues();
    if (send(viewer, frames.write(QUEUES, QUEUES, queues::write))) {
      viewer.queuesSeen = queues.revision();
    }
  }

  private boolean send(Viewer viewer, String frame) {
    var sent =
        viewer.send(frame, System.nanoTime(), () -> free.accept(viewer), () -> lost.accept(viewer));
    if (sent) {
      meter.frameSent();
    }
    return sent;
  }

  /** Shows everyone that the line is open, and cuts who takes nothing; on any thread. */
  void heartbeat(Iterable<Viewer> viewers) {
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
}
