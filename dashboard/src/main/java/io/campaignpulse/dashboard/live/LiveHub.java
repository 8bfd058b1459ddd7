package io.campaignpulse.dashboard.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.figures.FiguresJson;
import io.campaignpulse.dashboard.ports.ChangeFeed;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.dashboard.queues.Queues;
import io.campaignpulse.events.views.ChangeNotice;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the figures to everyone who looks, as they change. One thread owns the picture; it reads
 * what was announced as changed, at most four times a second, and sends each viewer what they lack.
 */
public final class LiveHub implements ChangeFeed.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
  private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long HEARTBEAT_MILLIS = 1_500;
  private static final long STATUS_MILLIS = 1_000;

  private final HubThreads threads = new HubThreads();
  private final FrameClock frameClock = new FrameClock(threads, this::tick);
  private final Changes changes = new Changes();
  private final Viewers viewers;
  private final Picture picture;
  private final Delivery delivery;
  private final LiveMeter meter;

  public LiveHub(
      ReferenceStore references,
      FigureStore store,
      Queues queues,
      FiguresJson json,
      Supplier<? extends JsonNode> health,
      LiveMeter meter,
      Clock clock) {
    this.viewers = new Viewers(meter);
    this.picture = new Picture(references, store, queues, json, clock);
    this.delivery = new Delivery(picture, json, clock, meter, this::serve, this::leave);
    this.meter = meter;
    changes.addEverything();
    threads.every(HEARTBEAT_MILLIS, () -> delivery.heartbeat(viewers));
    threads.every(STATUS_MILLIS, () -> status(health.get()));
  }

  @Override
  public void changed(ChangeNotice notice) {
    changes.add(notice);
    var now = System.nanoTime();
    if (notice.campaigns().isEmpty()) {
      threads.run(frameClock::other);
    } else {
      threads.run(() -> frameClock.figures(now));
    }
  }

  @Override
  public void connected() {
    changes.addEverything();
    threads.run(frameClock::other);
  }

  private void status(JsonNode newest) {
    threads.run(
        () -> {
          picture.status(newest);
          frameClock.other();
        });
  }

  /** A viewer has come; the returned handle is for what they say and for their leaving. */
  public Seat join(Line line) {
    var viewer = new Viewer(line);
    viewers.add(viewer);
    serve(viewer);
    return new Seat(this, viewer);
  }

  private void serve(Viewer viewer) {
    threads.run(() -> delivery.serve(viewer));
  }

  void leave(Viewer viewer) {
    viewers.remove(viewer);
    threads.run(() -> picture.keep(viewers::watch));
  }

  void watch(Viewer viewer, String campaignId, boolean queues) {
    threads.run(
        () -> {
          watchCampaign(viewer, campaignId);
          watchQueues(viewer, queues);
          delivery.serve(viewer);
        });
  }

  private void watchCampaign(Viewer viewer, String campaignId) {
    viewer.watched = campaignId;
    viewer.detailSeen = Viewer.NOTHING;
    picture.keep(viewers::watch);
    if (campaignId != null && picture.detail(campaignId) == null) {
      try {
        picture.open(campaignId);
        delivery.renew();
      } catch (RuntimeException e) {
        unread(e);
        changes.addEverything();
        frameClock.other();
      }
    }
  }

  private void watchQueues(Viewer viewer, boolean wanted) {
    var known = viewers.watchQueues();
    viewer.watchesQueues = wanted;
    viewer.queuesSeen = Viewer.NOTHING;
    if (wanted && !known) {
      try {
        picture.openQueues();
        delivery.renew();
      } catch (RuntimeException e) {
        unread(e);
        frameClock.other();
      }
    }
  }

  private void tick() {
    var work = changes.take();
    try {
      picture.read(work, viewers.watchQueues());
    } catch (RuntimeException e) {
      unread(e);
      changes.add(work);
      threads.later(RETRY_NANOS, frameClock::other);
    }
    picture.showStatus();
    delivery.renew();
    viewers.forEach(delivery::serve);
  }

  private void unread(RuntimeException e) {
    if (e instanceof StoreUnavailableException) {
      LOG.debug("the figures can't be read at the moment", e);
      meter.storeFailed();
    } else {
      LOG.error("figures can't be read", e);
    }
  }

  @Override
  public void close() {
    threads.close();
    viewers.forEach(Viewer::cut);
  }
}
