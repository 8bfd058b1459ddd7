package io.campaignpulse.dashboard.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.figures.FiguresJson;
import io.campaignpulse.dashboard.figures.Headlines;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.queues.Queues;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What there is to be seen, as it was last read: the board for everyone, and the details and queues
 * that somebody watches. Owned by the hub's thread.
 */
final class Picture {
  private static final long REFRESH_NANOS = Duration.ofSeconds(10).toNanos();

  private final Map<String, Detail> details = new HashMap<>();
  private final Board board;
  private final QueueBoard queues;
  private final BoardReader reader;
  private long lastRefresh = System.nanoTime();
  private boolean hasRead;
  private JsonNode status;

  Picture(
      ReferenceStore references, FigureStore store, Queues queues, FiguresJson json, Clock clock) {
    this.board = new Board(new Headlines(json));
    this.queues = new QueueBoard(queues);
    this.reader = new BoardReader(references, store, clock, board, details);
  }

  /** Whether there is something of everything that a snapshot holds. */
  boolean isWhole() {
    return hasRead && status != null;
  }

  Board board() {
    return board;
  }

  QueueBoard queues() {
    return queues;
  }

  /** The detail of a campaign; null for none, or if it is not open. */
  Detail detail(String campaignId) {
    return campaignId == null ? null : details.get(campaignId);
  }

  /** The newest status, which is shown with the next frame. */
  void status(JsonNode newest) {
    status = newest;
  }

  void showStatus() {
    if (status != null) {
      board.status(status);
    }
  }

  /** Reads what changed. */
  void read(Changes.Work work, boolean queuesAreWatched) {
    if (queuesAreWatched) {
      queues.read(work);
    }
    readFigures(work, System.nanoTime());
    hasRead = true;
  }

  /** Sparklines and states move with event time also where nothing happens, but less often. */
  private void readFigures(Changes.Work work, long now) {
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

  /** Reads a campaign's detail, which stays open though it could not be read. */
  void open(String campaignId) {
    var detail = new Detail(campaignId);
    details.put(campaignId, detail);
    reader.readWhole(campaignId, detail);
  }

  /** Reads the queues anew, which nobody has watched. */
  void openQueues() {
    queues.forget();
    queues.readAll();
  }

  /** Closes the details that nobody watches. */
  void keep(Predicate<String> watched) {
    details.keySet().removeIf(watched.negate());
  }
}
