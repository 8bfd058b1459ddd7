package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
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

  @Test
  void aMinuteThatEmptiedIsShownAsZero() {
    try (var viewer = new WatchingViewer(served.port())) {
      viewer.say("{\"watch\": \"spring\"}");
      viewer.next("campaign");
      served.store.change(figures("spring", 4, new Tally()), Map.of(MINUTE, new Tally()));
      served.store.minutes.remove("spring");
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
