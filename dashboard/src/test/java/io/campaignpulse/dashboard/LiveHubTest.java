package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.campaignpulse.dashboard.figures.FiguresJson;
import io.campaignpulse.dashboard.live.Line;
import io.campaignpulse.dashboard.live.LiveHub;
import io.campaignpulse.dashboard.live.LiveMeter;
import io.campaignpulse.dashboard.queues.Queues;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveHubTest {
  /** A line that keeps its frames, and on demand does not say that they are through. */
  private static final class TestLine implements Line {
    final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
    final Queue<String> types = new ConcurrentLinkedQueue<>();
    final AtomicInteger beats = new AtomicInteger();
    private final boolean slow;
    volatile Runnable through = () -> {};

    TestLine(boolean slow) {
      this.slow = slow;
    }

    @Override
    public void send(String frame, Runnable sent, Runnable failed) {
      types.add(frame.substring(0, frame.indexOf(',')));
      if (frame.contains("\"heartbeat\"")) {
        beats.incrementAndGet();
        // Only what is looked at is slow.
        sent.run();
      } else if (slow) {
        through = sent;
        frames.add(frame);
      } else {
        frames.add(frame);
        sent.run();
      }
    }

    @Override
    public void cut() {}

    String next() throws InterruptedException {
      var frame = frames.poll(10, TimeUnit.SECONDS);
      assertThat(frame).isNotNull();
      return frame;
    }

    /** The visits of the last minutes that have some, in the next frame that has a campaign. */
    List<Integer> visits() throws Exception {
      while (true) {
        var campaigns = Json.MAPPER.readTree(next()).at("/data/campaigns");
        if (!campaigns.isEmpty()) {
          return StreamSupport.stream(campaigns.at("/0/lastHour/visits").spliterator(), false)
              .map(JsonNode::asInt)
              .filter(count -> count > 0)
              .toList();
        }
      }
    }

    /** The number of responders in the next frame that has a campaign. */
    long responders() throws Exception {
      while (true) {
        var campaigns = Json.MAPPER.readTree(next()).at("/data/campaigns");
        if (!campaigns.isEmpty()) {
          return campaigns.get(0).at("/figures/responders").asLong();
        }
      }
    }
  }

  private static final LiveMeter UNMEASURED =
      new LiveMeter() {
        @Override
        public void viewers(int count) {}

        @Override
        public void frameSent() {}

        @Override
        public void storeFailed() {}
      };

  private final FakeStore store = new FakeStore();
  private LiveHub hub;

  @BeforeEach
  void start() {
    store.put(ReferenceKind.CAMPAIGNS, Served.campaign("spring"));
    hub = hub();
    store.listen(hub);
  }

  private LiveHub hub() {
    JsonNode health = JsonNodeFactory.instance.objectNode().put("status", "UP");
    return new LiveHub(
        store.references,
        store.figures,
        new Queues(store, store.figures, store.references, Clock.fixed(Served.NOW, ZoneOffset.UTC)),
        new FiguresJson(Currency.getInstance("USD")),
        () -> health,
        UNMEASURED,
        Clock.fixed(Served.NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private void change(long version) {
    change(version, Map.of());
  }

  private void change(long version, Map<Long, Tally> minutes) {
    store.change(figures("spring", version), minutes);
  }

  private static CampaignFigures figures(String campaign, long version) {
    var tally = new Tally().add(Figure.RESPONDERS, version);
    return new CampaignFigures(
        campaign, version, 0, null, tally, Map.of(), Map.of(), Map.of(), Map.of());
  }

  @Test
  void aHeadlineKeepsTheMinutesThatDidNotChange() throws Exception {
    var line = new TestLine(false);
    hub.join(line);
    line.responders();
    var minute = Served.NOW.getEpochSecond() / 60;
    change(1, Map.of(minute - 2, visits(3), minute - 1, visits(4)));
    line.responders();
    change(2, Map.of(minute - 1, visits(5), minute, visits(6)));
    assertThat(line.visits()).containsExactly(3, 5, 6);
    assertThat(store.figures.minutesAsked).containsExactly(minute - 1, minute);
  }

  @Test
  void aCampaignThatIsNewHereComesWithItsLastHour() throws Exception {
    var line = new TestLine(false);
    hub.join(line);
    line.responders();
    var minute = Served.NOW.getEpochSecond() / 60;
    store.put(ReferenceKind.CAMPAIGNS, Served.campaign("autumn"));
    store.figures.minutes.put("autumn", new TreeMap<>(Map.of(minute - 5, visits(2))));
    store.change(figures("autumn", 1), Map.of(minute, visits(3)));
    assertThat(line.visits()).containsExactly(2, 3);
  }

  private static Tally visits(long count) {
    return new Tally().add(Figure.VISITS, count);
  }

  @Test
  void aSlowViewerHoldsNobodyUpAndThenGetsTheNewestOnce() throws Exception {
    var slow = new TestLine(true);
    var quick = new TestLine(false);
    hub.join(slow);
    hub.join(quick);
    assertThat(slow.responders()).isZero();
    assertThat(quick.responders()).isZero();
    for (int version = 1; version <= 3; version++) {
      change(version);
      assertThat(quick.responders()).isEqualTo(version);
    }
    assertThat(slow.frames).isEmpty();
    slow.through.run();
    assertThat(slow.responders()).isEqualTo(3);
    assertThat(slow.frames).isEmpty();
  }

  @Test
  void changesInABurstBecomeFewFrames() throws Exception {
    var line = new TestLine(false);
    hub.join(line);
    line.responders();
    for (int version = 1; version <= 100; version++) {
      change(version);
    }
    int frames = 1;
    while (line.responders() < 100) {
      frames++;
    }
    assertThat(frames).isLessThan(5);
  }

  @Test
  void everyoneGetsTheSameText() throws Exception {
    var one = new TestLine(false);
    var other = new TestLine(false);
    hub.join(one);
    hub.join(other);
    one.next();
    other.next();
    change(1);
    assertThat(one.next()).isSameAs(other.next());
  }

  @Test
  void theFirstFrameIsAWholeSnapshotHoweverLongTheStoreIsAway() throws Exception {
    var witness = new TestLine(false);
    hub.join(witness);
    witness.next();
    store.down = true;
    try (var another = hub()) {
      var line = new TestLine(false);
      another.join(line);
      reaches(witness.beats, witness.beats.get() + 2);
      store.down = false;
      assertThat(Json.MAPPER.readTree(line.next()).at("/data/campaigns")).hasSize(1);
      assertThat(line.types.peek()).isEqualTo("{\"type\":\"snapshot\"");
    }
  }

  private static void reaches(AtomicInteger count, int least) {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (count.get() < least && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(count).hasValueGreaterThanOrEqualTo(least);
  }

  @Test
  void whatTripsTheReaderIsReadAgainLater() throws Exception {
    var line = new TestLine(false);
    hub.join(line);
    line.responders();
    store.tripping = true;
    change(7);
    reaches(store.trips, 1);
    store.tripping = false;
    assertThat(line.responders()).isEqualTo(7);
  }

  @Test
  void whoLeftGetsNothingMore() throws Exception {
    var line = new TestLine(false);
    var witness = new TestLine(false);
    var seat = hub.join(line);
    hub.join(witness);
    line.next();
    witness.responders();
    seat.close();
    change(1);
    assertThat(witness.responders()).isEqualTo(1);
    assertThat(line.frames).isEmpty();
  }
}
