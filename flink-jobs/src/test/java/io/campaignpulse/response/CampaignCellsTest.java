package io.campaignpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.response.core.ShareChange.CellChange;
import io.campaignpulse.response.core.ShareChange.GroupChange;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ReachingOperator;
import io.campaignpulse.serving.ViewWrite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CampaignCellsTest {
  private static final Command TICK = new Command(Command.TICK);

  private KeyedBroadcastOperatorTestHarness<String, ShareChange, Command, ViewWrite> harness;
  private final Map<String, Map<String, String>> redis = new TreeMap<>();
  private int read;

  @BeforeEach
  void open() throws Exception {
    Progressing.caughtUp = true;
    harness = harness();
    harness.open();
    harness.setProcessingTime(1_000);
    harness.processBroadcastElement(TICK, 0);
  }

  private static KeyedBroadcastOperatorTestHarness<String, ShareChange, Command, ViewWrite>
      harness() throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        ReachingOperator.of(new SumCampaign(new Progressing())),
        ShareChange::campaignId,
        Types.STRING,
        1,
        1,
        0);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void restart() throws Exception {
    var kept = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(kept);
    harness.open();
    harness.setProcessingTime(100_000);
    read = 0;
  }

  private static Entry visit(int n) {
    return new Entry("e" + n, n, "VISIT", "anna", true, null, null, 0);
  }

  private void change(String channel, long visits, List<Entry> gone, List<Entry> came)
      throws Exception {
    var tally = new Tally().add(Figure.VISITS, visits);
    var group = new GroupChange(channel, "A", "YOUNG", "C", tally);
    harness.processElement(new ShareChange("K", List.of(group), List.of(), List.of()), 0);
    var cell = new CellChange(channel, "YOUNG", tally, gone, came);
    harness.processElement(new ShareChange("K", List.of(), List.of(), List.of(cell)), 0);
  }

  private void comes(String channel, Entry... came) throws Exception {
    change(channel, came.length, List.of(), List.of(came));
  }

  private void goes(String channel, Entry... gone) throws Exception {
    change(channel, -gone.length, List.of(gone), List.of());
  }

  /** Writes to Redis what was served since, and gives what is there. */
  private List<CellFigures> cells() throws IOException {
    return values(RedisKeys.cells("K"), CellFigures.class);
  }

  private List<NewestInteractions> newest() throws IOException {
    return values(RedisKeys.newest("K"), NewestInteractions.class);
  }

  private <T> List<T> values(String key, Class<T> type) throws IOException {
    var all = harness.extractOutputValues();
    all.subList(read, all.size()).forEach(this::write);
    read = all.size();
    var values = new ArrayList<T>();
    for (var json : redis.getOrDefault(key, Map.of()).values()) {
      values.add(Json.MAPPER.readValue(json, type));
    }
    return values;
  }

  private void write(ViewWrite view) {
    var hash = redis.computeIfAbsent(view.key(), key -> new TreeMap<>());
    if (view.json() != null) {
      hash.put(String.valueOf(view.field()), view.json());
    } else if (view.field() != null) {
      hash.remove(view.field());
    } else {
      hash.clear();
    }
  }

  private static CellFigures cell(String channel, long visits) {
    return new CellFigures(channel, "YOUNG", new Tally().add(Figure.VISITS, visits));
  }

  private static NewestInteractions list(String channel, Entry... entries) {
    return new NewestInteractions(channel, "YOUNG", Listing.RESPONSES, List.of(entries));
  }

  private int states() {
    var operator = (AbstractStreamOperator<?>) harness.getOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  @Test
  void servesFiguresWithinASecondAndListsLater() throws Exception {
    comes("EMAIL", visit(1));
    comes("EMAIL", visit(2));
    harness.setProcessingTime(1_100);
    assertThat(cells()).isEmpty();
    harness.setProcessingTime(1_900);
    assertThat(cells()).containsExactly(cell("EMAIL", 2));
    assertThat(newest()).isEmpty();
    harness.setProcessingTime(3_500);
    assertThat(newest()).containsExactly(list("EMAIL", visit(2), visit(1)));
  }

  @Test
  void servesOnlyWhatChanged() throws Exception {
    comes("EMAIL", visit(1));
    harness.setProcessingTime(9_000);
    comes("SMS", visit(2));
    int before = harness.extractOutputValues().size();
    harness.setProcessingTime(19_000);
    var served =
        harness.extractOutputValues().subList(before, harness.extractOutputValues().size());
    assertThat(served).extracting(ViewWrite::field).doesNotContain("EMAIL\nYOUNG");
    assertThat(cells()).containsExactly(cell("EMAIL", 1), cell("SMS", 1));
  }

  @Test
  void whatMovesToAnotherCellLeavesNothingBehind() throws Exception {
    comes("NONE", visit(1));
    harness.setProcessingTime(9_000);
    assertThat(cells()).containsExactly(cell("NONE", 1));
    goes("NONE", visit(1));
    comes("EMAIL", visit(1));
    harness.setProcessingTime(19_000);
    assertThat(cells()).containsExactly(cell("EMAIL", 1));
    assertThat(newest()).containsExactly(list("EMAIL", visit(1)));
    int entries = states();
    goes("EMAIL", visit(1));
    assertThat(states()).isEqualTo(entries - 2);
  }

  @Test
  void showsTheNewestTwentyAndOfTheReserveWhenTheyGo() throws Exception {
    comes("EMAIL", IntStream.range(0, 50).mapToObj(CampaignCellsTest::visit).toArray(Entry[]::new));
    harness.setProcessingTime(9_000);
    assertThat(newest().get(0).entries()).extracting(Entry::at).hasSize(20).contains(49L, 30L);
    goes("EMAIL", visit(49));
    harness.setProcessingTime(19_000);
    assertThat(newest().get(0).entries()).extracting(Entry::at).hasSize(20).contains(48L, 29L);
  }

  @Test
  void aRestartServesAllOnceItHasCaughtUpAndTakesAwayWhatIsNoMore() throws Exception {
    comes("EMAIL", visit(1));
    harness.setProcessingTime(9_000);
    cells();
    Progressing.caughtUp = false;
    restart();
    redis.get(RedisKeys.cells("K")).put("of a run whose last seconds are lost", "null");
    comes("EMAIL", visit(2));
    harness.setProcessingTime(109_000);
    harness.processBroadcastElement(TICK, 0);
    assertThat(newest()).containsExactly(list("EMAIL", visit(1)));
    Progressing.caughtUp = true;
    harness.processBroadcastElement(TICK, 0);
    assertThat(cells()).containsExactly(cell("EMAIL", 2));
    assertThat(newest()).containsExactly(list("EMAIL", visit(2), visit(1)));
  }

  @Test
  void servesAllAgainOnCommand() throws Exception {
    comes("EMAIL", visit(1));
    harness.setProcessingTime(9_000);
    cells();
    redis.clear();
    harness.processBroadcastElement(new Command(Command.REBUILD), 0);
    assertThat(cells()).containsExactly(cell("EMAIL", 1));
    assertThat(newest()).containsExactly(list("EMAIL", visit(1)));
  }

  @Test
  void aClockThatIsSetBackKeepsNoCellWaiting() throws Exception {
    harness.setProcessingTime(3_600_000);
    harness.processBroadcastElement(TICK, 0);
    comes("EMAIL", visit(1));
    harness.setProcessingTime(10_000);
    harness.processBroadcastElement(TICK, 0);
    assertThat(cells()).containsExactly(cell("EMAIL", 1));
    comes("EMAIL", visit(2));
    harness.setProcessingTime(20_000);
    assertThat(cells()).containsExactly(cell("EMAIL", 2));
    assertThat(newest()).containsExactly(list("EMAIL", visit(2), visit(1)));
  }
}
