package io.campaignpulse.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Position;
import io.campaignpulse.serving.ReachingOperator;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SumCampaignTest {
  private static boolean caughtUp = true;
  private static boolean reached;

  private KeyedBroadcastOperatorTestHarness<String, ShareChange, Command, ViewWrite> harness;

  private void open() throws Exception {
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            ReachingOperator.of(new SumCampaign(SumCampaignTest::progress)),
            ShareChange::campaignId,
            Types.STRING,
            1,
            1,
            0);
    harness.open();
    harness.setProcessingTime(1_000);
  }

  private static CatchUp.Progress progress() {
    return new CatchUp.Progress() {
      @Override
      public boolean caughtUp() {
        return caughtUp;
      }

      @Override
      public void heard(Command command) {
        reached |= command.position() != null;
      }

      @Override
      public void barrierPassed() {
        caughtUp = reached;
      }
    };
  }

  @AfterEach
  void close() throws Exception {
    caughtUp = true;
    reached = false;
    harness.close();
  }

  static ShareChange visits(String campaign, long minute, long count) {
    var tally = new Tally().add(Figure.VISITS, count);
    return new ShareChange(
        campaign,
        List.of(new ShareChange.GroupChange("EMAIL", "A", "NONE", "C", tally)),
        List.of(new ShareChange.MinuteChange(minute, tally)),
        List.of());
  }

  private void change(long minute, long count) throws Exception {
    harness.processElement(visits("K", minute, count), 0);
  }

  @Test
  void servesCampaignsTogetherThatChangeAtAboutTheSameTime() throws Exception {
    open();
    change(7, 1);
    harness.processElement(visits("L", 7, 1), 0);
    assertThat(harness.extractOutputValues()).isEmpty();
    harness.setProcessingTime(1_002);
    assertThat(harness.extractOutputValues())
        .extracting(ViewWrite::key)
        .contains(RedisKeys.figures("K"), RedisKeys.figures("L"));
  }

  @Test
  void servesAllChangesOfAMomentTogether() throws Exception {
    open();
    change(7, 1);
    change(7, 2);
    change(8, 3);
    assertThat(harness.extractOutputValues()).isEmpty();
    harness.setProcessingTime(1_100);
    assertThat(harness.extractOutputValues())
        .extracting(ViewWrite::key, ViewWrite::field)
        .containsExactly(
            tuple(RedisKeys.minutes("K"), "7"),
            tuple(RedisKeys.minutes("K"), "8"),
            tuple(RedisKeys.figures("K"), null));
    assertThat(harness.extractOutputValues().get(2).json())
        .contains("\"totals\":{\"visits\":6}", "\"EMAIL\":{\"visits\":6}", "\"newestMinute\":8");
  }

  @Test
  void servesNothingUntilItHasCaughtUpAndThenEverything() throws Exception {
    open();
    caughtUp = false;
    change(7, 1);
    harness.setProcessingTime(5_000);
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    assertThat(harness.extractOutputValues()).isEmpty();
    harness.processBroadcastElement(Command.reached(new Position("calls", 0, 5)), 0);
    assertThat(harness.extractOutputValues()).isEmpty();
    harness.snapshot(1, 0);
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    assertThat(shown()).hasSize(2);
  }

  /** What is served, without what is no more. */
  private List<ViewWrite> shown() {
    return harness.extractOutputValues().stream().filter(view -> view.json() != null).toList();
  }

  @Test
  void servesEveryViewAgainOnCommand() throws Exception {
    open();
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    change(7, 1);
    change(8, 1);
    harness.setProcessingTime(1_100);
    assertThat(harness.extractOutputValues()).hasSize(3);
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    assertThat(harness.extractOutputValues()).hasSize(3);
    harness.processBroadcastElement(new Command(Command.REBUILD), 0);
    assertThat(shown()).hasSize(6);
  }

  /** Lets time pass, round by round. */
  private void rounds(long from, int count) throws Exception {
    for (int round = 1; round <= count; round++) {
      harness.setProcessingTime(from + round * 20);
    }
  }

  private int served() {
    return harness.extractOutputValues().size();
  }

  private List<ViewWrite> shown(String key) {
    return shown().stream().filter(view -> view.key().equals(key)).toList();
  }

  @Test
  void servesManyMinutesAgainALittleAtATimeAndAllInTheEnd() throws Exception {
    open();
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    for (var campaign : List.of("K", "L", "M")) {
      for (int minute = 0; minute < 1_500; minute++) {
        harness.processElement(visits(campaign, minute, 1), 0);
      }
    }
    harness.setProcessingTime(2_000);
    rounds(2_000, 10);
    int before = served();
    harness.processBroadcastElement(new Command(Command.REBUILD), 0);
    assertThat(served() - before).isBetween(900, 1_100);
    harness.snapshot(1, 0);
    for (int round = 0; round < 10; round++) {
      int soFar = served();
      rounds(2_200 + round * 20, 1);
      assertThat(served() - soFar).isLessThan(1_100);
    }
    for (var campaign : List.of("K", "L", "M")) {
      assertThat(shown(RedisKeys.minutes(campaign)).size()).isEqualTo(2 * 1_500);
      assertThat(shown(RedisKeys.figures(campaign)).size()).isEqualTo(2);
    }
  }

  @Test
  void servesALittleAtATimeWhatItHasCountedFromTheBeginning() throws Exception {
    open();
    caughtUp = false;
    for (var campaign : List.of("K", "L")) {
      for (int minute = 0; minute < 3_000; minute++) {
        harness.processElement(visits(campaign, minute, 1), 0);
      }
    }
    rounds(1_000, 50);
    caughtUp = true;
    for (int round = 0; round < 50; round++) {
      int soFar = served();
      rounds(2_000 + round * 20, 1);
      harness.processBroadcastElement(new Command(Command.TICK), 0);
      assertThat(served() - soFar).isLessThan(2_100);
    }
    for (var campaign : List.of("K", "L")) {
      assertThat(shown(RedisKeys.minutes(campaign)).stream().map(ViewWrite::field).distinct())
          .hasSize(3_000);
      assertThat(shown(RedisKeys.figures(campaign))).isNotEmpty();
    }
  }

  @Test
  void servesACampaignThatChangesWhileAllAreServedAgain() throws Exception {
    open();
    for (var campaign : List.of("K", "L")) {
      for (int minute = 0; minute < 5_000; minute++) {
        harness.processElement(visits(campaign, minute, 1), 0);
      }
    }
    harness.setProcessingTime(2_000);
    rounds(2_000, 20);
    harness.processBroadcastElement(new Command(Command.REBUILD), 0);
    harness.processElement(visits("K", 7, 1), 0);
    harness.processElement(visits("L", 7, 1), 0);
    harness.setProcessingTime(2_410);
    for (var campaign : List.of("K", "L")) {
      var figures = shown(RedisKeys.figures(campaign));
      assertThat(figures.get(figures.size() - 1).json()).contains("\"visits\":5001");
    }
    rounds(2_410, 20);
    assertThat(shown(RedisKeys.minutes("K")).size()).isEqualTo(5_000 + 5_000 + 1);
  }

  @Test
  void aClockThatIsSetBackKeepsNoCampaignWaiting() throws Exception {
    open();
    harness.setProcessingTime(3_600_000);
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    change(7, 1);
    harness.setProcessingTime(1_000);
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    assertThat(shown(RedisKeys.figures("K"))).hasSize(1);
    change(8, 1);
    harness.setProcessingTime(1_100);
    assertThat(shown(RedisKeys.figures("K"))).hasSize(2);
  }

  @Test
  void givesEachServingAGreaterVersion() throws Exception {
    open();
    var totals = new CampaignTotals();
    var first = totals.serve("K", 1_000).version();
    assertThat(totals.serve("K", 1_000).version()).isGreaterThan(first);
    assertThat(new CampaignTotals().serve("K", 2_000).version()).isGreaterThan(first + 1);
  }
}
