package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.ChangeNotice;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveTest {
  private static final long MINUTE = Served.NOW.getEpochSecond() / 60 - 5;
  private Served served;

  @BeforeEach
  void start() {
    served = new Served();
    for (var id : new String[] {"autumn", "spring"}) {
      served.store.put(ReferenceKind.CAMPAIGNS, Served.campaign(id));
    }
    change("spring", 1, 1);
    served.store.listener.connected();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private void change(String id, long version, long responders) {
    var tally = new Tally().add(Figure.RESPONDERS, responders).add(Figure.CONTACTED, 100);
    served.store.change(figures(id, version, tally), Map.of(MINUTE, tally));
  }

  private static CampaignFigures figures(String id, long version, Tally tally) {
    return new CampaignFigures(
        id,
        version,
        Served.NOW.toEpochMilli(),
        MINUTE,
        tally,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static JsonNode campaign(JsonNode frame, String id) {
    for (var row : frame.at("/data/campaigns")) {
      if (row.get("campaignId").asText().equals(id)) {
        return row;
      }
    }
    return null;
  }

  private static long responders(JsonNode frame, String id) {
    var row = campaign(frame, id);
    return row == null ? -1 : row.at("/figures/responders").asLong();
  }

  /** The hub may be on its way to the first read when the viewer comes. */
  private static JsonNode first(WatchingViewer viewer) {
    return viewer.next(frame -> responders(frame, "spring") >= 0);
  }

  @Test
  void showsEverythingAtFirstAndThenOnlyWhatChanged() {
    try (var viewer = new WatchingViewer(served.port())) {
      var first = first(viewer);
      assertThat(campaign(first, "autumn")).isNotNull();
      assertThat(responders(first, "spring")).isEqualTo(1);
      change("spring", 2, 5);
      var delta = viewer.next(frame -> responders(frame, "spring") == 5);
      assertThat(delta.get("type").asText()).isEqualTo("delta");
      assertThat(campaign(delta, "autumn")).isNull();
      assertThat(delta.get("asOf").asText()).isEqualTo("2026-03-02T12:00:30Z");
    }
  }

  @Test
  void aLaterViewerGetsASnapshotWithTheStatus() {
    try (var early = new WatchingViewer(served.port())) {
      first(early);
      try (var viewer = new WatchingViewer(served.port())) {
        var snapshot = viewer.next(frame -> true);
        assertThat(snapshot.get("type").asText()).isEqualTo("snapshot");
        assertThat(snapshot.at("/data/campaigns")).hasSize(2);
        assertThat(snapshot.at("/data/status/currency").asText()).isEqualTo("USD");
      }
    }
  }

  @Test
  void neverShowsOlderFiguresThanItHasShown() {
    try (var viewer = new WatchingViewer(served.port())) {
      first(viewer);
      change("spring", 9, 50);
      viewer.next(frame -> responders(frame, "spring") == 50);
      change("spring", 8, 40);
      change("autumn", 1, 7);
      var next = viewer.next(frame -> responders(frame, "autumn") == 7);
      assertThat(responders(next, "spring")).isIn(-1L, 50L);
      try (var later = new WatchingViewer(served.port())) {
        assertThat(responders(first(later), "spring")).isEqualTo(50);
      }
    }
  }

  @Test
  void showsACampaignsMinutesToThoseWhoWatchItOnly() {
    try (var viewer = new WatchingViewer(served.port());
        var other = new WatchingViewer(served.port())) {
      viewer.say("{\"watch\": \"spring\"}");
      var whole = viewer.next("campaign");
      assertThat(whole.at("/data/metrics/campaignId").asText()).isEqualTo("spring");
      assertThat(whole.at("/data/series/replace").asBoolean()).isTrue();
      assertThat(whole.at("/data/series/points")).hasSize(1);
      change("spring", 3, 8);
      var changed = viewer.next("campaign");
      assertThat(changed.at("/data/series/replace").asBoolean()).isFalse();
      assertThat(changed.at("/data/series/points/0/responders").asLong()).isEqualTo(8);
      assertThat(changed.at("/data/metrics/totals/responders").asLong()).isEqualTo(8);
      var seen = other.next(frame -> !frame.get("type").asText().equals("snapshot"));
      assertThat(seen.get("type").asText()).isNotEqualTo("campaign");
    }
  }

  private void queued(String callId, int waits) {
    served.store.calls.put(callId, Calls.of(callId, "anna", "A", 1, waits));
    served.store.queues.put(Calls.QUEUE, Calls.state(QueueMode.ACCUMULATING));
    served.store.listener.changed(new ChangeNotice(Map.of(), false, Set.of(Calls.QUEUE)));
  }

  private static int waiting(JsonNode frame) {
    return frame.at("/data/queues/0/waiting/A").asInt(-1);
  }

  @Test
  void showsWhoWaitsToThoseWhoWatchTheQueues() {
    try (var viewer = new WatchingViewer(served.port());
        var other = new WatchingViewer(served.port())) {
      viewer.say("{\"watch\": {\"topic\": \"queues\"}}");
      assertThat(viewer.next("queues").at("/data/queues")).isEmpty();
      queued("one", 10);
      var one = viewer.next(frame -> waiting(frame) == 1);
      assertThat(one.at("/data/queues/0/queue").asText()).isEqualTo("sales");
      assertThat(one.at("/data/queues/0/calls/0/callId").asText()).isEqualTo("one");
      queued("two", 20);
      var two = viewer.next(frame -> waiting(frame) == 2);
      assertThat(two.at("/data/queues/0/calls/0/callId").asText()).isEqualTo("two");
      viewer.say("{\"watch\": \"spring\"}");
      viewer.next("campaign");
      queued("three", 30);
      var after = viewer.next(frame -> !frame.get("type").asText().equals("delta"));
      assertThat(after.get("type").asText()).isEqualTo("heartbeat");
      var seen = other.next(frame -> !frame.get("type").asText().equals("snapshot"));
      assertThat(seen.get("type").asText()).isNotEqualTo("queues");
    }
  }

  @Test
  void tellsThoseWhoWatchTheQueuesWhatWasDecidedLast() {
    queued("one", 10);
    try (var viewer = new WatchingViewer(served.port())) {
      viewer.say("{\"watch\": {\"topic\": \"queues\"}}");
      assertThat(viewer.next("queues").at("/data/decisions")).isEmpty();
      served.store.newestDecisions = List.of(Calls.of("gone", "anna", "A", 1, 2));
      viewer.next(frame -> frame.at("/data/decisions/0/callId").asText().equals("gone"));
    }
  }

  @Test
  void waitsMoveWithTimeAlsoWhereNothingChanges() {
    queued("one", 10);
    try (var viewer = new WatchingViewer(served.port())) {
      viewer.say("{\"watch\": {\"topic\": \"queues\"}}");
      viewer.next("queues");
      var before = Served.NOW.toEpochMilli() - 5_000;
      served.store.figures.arrivals = new Arrivals(1, before, before, false, Map.of());
      viewer.next(frame -> frame.at("/data/queues/0/calls/0/waitSeconds").asDouble() == 5);
    }
  }

  @Test
  void showsAHundredCallsOfAQueueAndHowManyWait() {
    for (int i = 0; i < 150; i++) {
      served.store.calls.put("call-" + i, Calls.of("call-" + i, "anna", "A", 1, i));
    }
    queued("last", 0);
    try (var viewer = new WatchingViewer(served.port())) {
      viewer.say("{\"watch\": {\"topic\": \"queues\"}}");
      var frame = viewer.next("queues");
      assertThat(waiting(frame)).isEqualTo(151);
      assertThat(frame.at("/data/queues/0/calls")).hasSize(100);
      assertThat(frame.at("/data/queues/0/calls/0/callId").asText()).isEqualTo("call-149");
    }
  }

  @Test
  void theQueuesAreReadOnceForAllWhoWatchThem() {
    try (var one = new WatchingViewer(served.port());
        var other = new WatchingViewer(served.port())) {
      for (var viewer : List.of(one, other)) {
        viewer.say("{\"watch\": {\"topic\": \"queues\"}}");
        viewer.next("queues");
      }
      int before = served.store.queueReads.get();
      queued("one", 10);
      one.next(frame -> waiting(frame) == 1);
      other.next(frame -> waiting(frame) == 1);
      assertThat(served.store.queueReads.get() - before).isBetween(1, 2);
    }
  }

  @Test
  void aQueueThatCouldNotBeReadIsReadWhenTheStoreIsBack() {
    try (var viewer = new WatchingViewer(served.port())) {
      served.store.down = true;
      viewer.say("{\"watch\": {\"topic\": \"queues\"}}");
      viewer.next(frame -> frame.at("/data/status/status").asText().equals("DEGRADED"));
      queued("one", 10);
      served.store.down = false;
      assertThat(waiting(viewer.next("queues"))).isEqualTo(1);
    }
  }

  @Test
  void aMinuteThatEmptiedIsShownAsZero() {
    try (var viewer = new WatchingViewer(served.port())) {
      viewer.say("{\"watch\": \"spring\"}");
      viewer.next("campaign");
      served.store.change(figures("spring", 4, new Tally()), Map.of(MINUTE, new Tally()));
      served.store.figures.minutes.remove("spring");
      var changed = viewer.next("campaign");
      assertThat(changed.at("/data/series/points/0/responders").asLong()).isZero();
    }
  }

  @Test
  void keepsTheFiguresWhileTheStoreIsDownAndReadsAgainAfterwards() {
    try (var viewer = new WatchingViewer(served.port())) {
      first(viewer);
      served.store.down = true;
      change("spring", 5, 20);
      viewer.next(frame -> frame.at("/data/status/status").asText().equals("DEGRADED"));
      served.store.down = false;
      var back = viewer.next(frame -> responders(frame, "spring") == 20);
      assertThat(back.get("type").asText()).isEqualTo("delta");
    }
  }

  @Test
  void beatsWhileNothingHappens() {
    try (var viewer = new WatchingViewer(served.port())) {
      assertThat(viewer.next("heartbeat").get("data").isEmpty()).isTrue();
      assertThat(viewer.next("heartbeat")).isNotNull();
    }
  }

  @Test
  void aViewerWhoStammersStaysConnected() {
    try (var viewer = new WatchingViewer(served.port())) {
      viewer.say("hello");
      viewer.say("{\"watch\": {}}");
      viewer.say("{\"watch\": \"autumn\"}");
      assertThat(viewer.next("campaign").at("/data/metrics/campaignId").asText())
          .isEqualTo("autumn");
    }
  }

  @Test
  void takesNoViewerFromAForeignPage() {
    var socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", "http://evil.example")
            .buildAsync(
                URI.create("ws://127.0.0.1:" + served.port() + "/api/v1/live"),
                new WebSocket.Listener() {});
    assertThatThrownBy(socket::join).hasMessageContaining("WebSocketHandshakeException");
  }
}
