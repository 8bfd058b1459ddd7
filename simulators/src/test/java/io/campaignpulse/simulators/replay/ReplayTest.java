package io.campaignpulse.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.simulators.target.Answer;
import io.campaignpulse.simulators.target.FakePulse;
import io.campaignpulse.simulators.target.FakePulse.Mishap;
import io.campaignpulse.simulators.target.Patience;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.simulators.target.RetryListener;
import io.campaignpulse.simulators.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(2));

  @TempDir Path directory;
  private ReplayPlan plan;

  @BeforeEach
  void readPlan() throws IOException {
    Files.writeString(
        directory.resolve("m.yaml"),
        """
        name: shop
        sources:
          - file: campaigns.csv
            type: campaigns
            fields:
              {campaignId: "{id}", name: "{id}", startsAt: "{on | at 00:00}", endsAt: "{on | at 23:00}"}
          - file: visits.csv
            type: WebVisit
            fields:
              {occurredAt: "{at | time}", customer: {customerId: "{who}"}, visitId: "v{who}",
               action: PAGE_VIEW}
        """);
    Files.writeString(directory.resolve("campaigns.csv"), "id,on\nK,2026-01-01\n");
    var visits = new StringBuilder("at,who\n");
    for (int i = 99; i >= 0; i--) {
      visits.append("2026-01-0%dT0%d:%02d:00Z,C%d%n".formatted(1 + i / 50, i % 50 / 10, i % 10, i));
    }
    Files.writeString(directory.resolve("visits.csv"), visits);
    plan = ReplayPlan.of(directory.resolve("m.yaml"), List.of(), USD);
  }

  private static ReplayOptions batches(int size, int inFlight, Duration overtaking) {
    return new ReplayOptions(Double.POSITIVE_INFINITY, size, inFlight, overtaking);
  }

  @Test
  void sendsReferenceDataFirstThenEverythingInOrderOfEventTime() {
    try (var pulse = new FakePulse()) {
      var summary = replay(pulse, batches(7, 1, Duration.ZERO));
      assertThat(summary.accepted()).isEqualTo(101);
      assertThat(summary.rejected()).isZero();
      assertThat(pulse.taken.keySet()).containsExactly("campaigns", "events");
      assertThat(pulse.taken("events"))
          .extracting(event -> Instant.parse(event.get("occurredAt").asText()))
          .hasSize(100)
          .isSorted();
    }
  }

  @Test
  void losesNothingToASystemThatGoesAwayInBetween() {
    try (var pulse = new FakePulse()) {
      pulse.first(
          Mishap.BUSY,
          Mishap.BUSY,
          Mishap.CUT_AFTER_TAKING,
          Mishap.CUT_BEFORE_TAKING,
          Mishap.BUSY,
          Mishap.CUT_AFTER_TAKING);
      var summary = replay(pulse, batches(10, 3, Duration.ofDays(1)));
      var ids = new HashSet<String>();
      pulse.taken("events").forEach(event -> ids.add(event.get("eventId").asText()));
      assertThat(ids).hasSize(100);
      assertThat(summary.accepted()).isEqualTo(101);
    }
  }

  private ReplaySummary replay(FakePulse pulse, ReplayOptions options) {
    var client = new PulseClient(pulse.address(), SHORT, RetryListener.SILENT);
    return new Replay(plan, client, options).run(Progress.SILENT);
  }

  @Test
  void replayingTwiceSendsTheSameIds() {
    try (var once = new FakePulse();
        var twice = new FakePulse()) {
      replay(once, batches(7, 1, Duration.ZERO));
      replay(twice, batches(13, 1, Duration.ZERO));
      assertThat(ids(once)).isEqualTo(ids(twice)).doesNotHaveDuplicates().contains("visits.csv:2");
    }
  }

  private static List<String> ids(FakePulse pulse) {
    return pulse.taken("events").stream().map((JsonNode e) -> e.get("eventId").asText()).toList();
  }

  @Test
  void tellsHowFarItIs() {
    try (var pulse = new FakePulse()) {
      var heard = new ArrayList<Long>();
      var client = new PulseClient(pulse.address(), SHORT, RetryListener.SILENT);
      new Replay(plan, client, batches(50, 1, Duration.ZERO))
          .run(
              (sent, total, perSecond) -> {
                assertThat(total).isEqualTo(101);
                heard.add(sent);
              });
      assertThat(heard).containsExactly(1L, 51L, 101L);
    }
  }

  @Test
  void movesEventsAndCampaignsSoThatTheLastEventHappensNow() {
    var now = Instant.parse("2026-06-01T12:34:56.789Z");
    var moved = plan.endingAt(now);
    assertThat(moved.at(99)).isEqualTo(now);
    assertThat(Duration.between(moved.at(0), moved.at(99)))
        .isEqualTo(Duration.between(plan.at(0), plan.at(99)));
    var before = plan.campaigns().get(0);
    var after = moved.campaigns().get(0);
    var shift = Duration.between(plan.at(0), moved.at(0));
    assertThat(after.getStartsAt()).isEqualTo(before.getStartsAt().plus(shift));
    assertThat(after.getEndsAt()).isEqualTo(before.getEndsAt().plus(shift));
  }

  @Test
  void pacesEventsByTheFactor() {
    // 28 h and 9 min apart from first to last: at this factor a tenth of a second
    var options = batches(100, 1, Duration.ZERO).atSpeed("1013400");
    var target = new Recording();
    var summary = new Replay(plan, target, options).run(Progress.SILENT);
    assertThat(summary.took()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    assertThat(target.batches.size()).isGreaterThan(1);
    assertThat(summary.accepted()).isEqualTo(101);
  }

  @Test
  void noRequestOvertakesAnotherByMoreThanIsAllowed() {
    var target = new Recording();
    new Replay(plan, target, batches(10, 4, Duration.ofHours(6))).run(Progress.SILENT);
    assertThat(target.batches).hasSize(10);
    assertThat(target.widest).isBetween(Duration.ofMinutes(9), Duration.ofHours(6));
  }

  /** Takes everything and notes how far apart the events of the requests under way are. */
  private static final class Recording implements Target {
    private final List<List<Instant>> batches = new ArrayList<>();
    private final List<List<Instant>> underWay = new ArrayList<>();
    private Duration widest = Duration.ZERO;

    @Override
    public Answer events(List<? extends SpecificRecord> events) {
      var times = events.stream().map(e -> (Instant) e.get(1)).toList();
      synchronized (this) {
        batches.add(times);
        underWay.add(times);
        var all = underWay.stream().flatMap(List::stream).sorted().toList();
        var spread = Duration.between(all.get(0), all.get(all.size() - 1));
        widest = spread.compareTo(widest) > 0 ? spread : widest;
      }
      Thread.yield();
      synchronized (this) {
        underWay.remove(times);
      }
      return new Answer(events.size(), List.of());
    }

    @Override
    public boolean has(ReferenceKind kind, String id) {
      throw new AssertionError("a replay asks for nothing");
    }

    @Override
    public Answer reference(ReferenceKind kind, List<? extends SpecificRecord> messages) {
      return new Answer(messages.size(), List.of());
    }

    @Override
    public void put(ReferenceKind kind, SpecificRecord message) {}
  }
}
