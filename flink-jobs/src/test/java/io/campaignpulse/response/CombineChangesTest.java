package io.campaignpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Lines;
import io.campaignpulse.response.core.Share;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.response.core.ShareChange.GroupChange;
import io.campaignpulse.response.core.ShareChange.MinuteChange;
import io.campaignpulse.response.core.Traces;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CombineChangesTest {
  private OneInputStreamOperatorTestHarness<Change, ShareChange> harness;

  @BeforeEach
  void open() throws Exception {
    open(CombineChanges.ofFigures());
  }

  private void open(CombineChanges combining) throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(combining);
    harness.open();
    harness.setProcessingTime(0);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static Change visits(String campaign, String segment, long minute, long count) {
    var lines = new Lines();
    lines.add(Figure.VISITS, minute, count);
    return new Change(campaign, new Share.Group("EMAIL", "A", segment, "C"), lines, Traces.NONE);
  }

  private void change(Change change) throws Exception {
    harness.processElement(change, 0);
  }

  private void changeEachOf(int campaigns) throws Exception {
    for (int i = 0; i < campaigns; i++) {
      change(visits("K" + i, "families", 7, 1));
    }
  }

  @Test
  void saysOnceAMomentWhatChangedInACampaign() throws Exception {
    change(visits("K", "families", 7, 1));
    change(visits("K", "families", 7, 1));
    change(visits("K", "singles", 8, 1));
    change(visits("L", "singles", 8, 1));
    harness.setProcessingTime(49);
    assertThat(harness.extractOutputValues()).isEmpty();

    harness.setProcessingTime(50);
    var said = harness.extractOutputValues();
    assertThat(said).hasSize(2);
    var first = said.stream().filter(c -> c.campaignId().equals("K")).findFirst().orElseThrow();
    assertThat(first.groups())
        .containsExactlyInAnyOrder(
            new GroupChange("EMAIL", "A", "families", "C", new Tally().add(Figure.VISITS, 2)),
            new GroupChange("EMAIL", "A", "singles", "C", new Tally().add(Figure.VISITS, 1)));
    assertThat(first.minutes())
        .containsExactlyInAnyOrder(
            new MinuteChange(7, new Tally().add(Figure.VISITS, 2)),
            new MinuteChange(8, new Tally().add(Figure.VISITS, 1)));

    harness.setProcessingTime(150);
    assertThat(harness.extractOutputValues()).hasSize(2);
  }

  @Test
  void keepsNothingBackFromACheckpoint() throws Exception {
    change(visits("K", "families", 7, 1));
    harness.prepareSnapshotPreBarrier(1);
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void saysWhatIsLeftWhenTheInputEnds() throws Exception {
    change(visits("K", "families", 7, 1));
    harness.endInput();
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void saysOfManyCampaignsTheFirstAndAddsUpTheOthersUntilTheirTurn() throws Exception {
    changeEachOf(300);
    harness.setProcessingTime(50);
    assertThat(harness.extractOutputValues())
        .extracting(ShareChange::campaignId)
        .hasSize(250)
        .startsWith("K0")
        .endsWith("K249");

    change(visits("K0", "families", 7, 1));
    change(visits("K299", "families", 7, 1));
    harness.setProcessingTime(100);
    var said = harness.extractOutputValues();
    assertThat(said.subList(250, said.size()))
        .extracting(ShareChange::campaignId)
        .hasSize(51)
        .endsWith("K299", "K0");
    assertThat(said.get(299).minutes())
        .containsExactly(new MinuteChange(7, new Tally().add(Figure.VISITS, 2)));

    harness.setProcessingTime(1_000);
    assertThat(harness.extractOutputValues()).hasSize(301);
  }

  @Test
  void keepsNothingOfManyCampaignsBackFromACheckpoint() throws Exception {
    changeEachOf(300);
    harness.prepareSnapshotPreBarrier(1);
    assertThat(harness.extractOutputValues()).hasSize(300);
  }

  @Test
  void saysSomeEarlyOfMoreThanShouldBeKept() throws Exception {
    for (int i = 0; i < 60_000; i++) {
      change(visits("K" + i % 1_000, "S" + i / 1_000, 7, 1));
    }
    assertThat(harness.extractOutputValues()).isEmpty();
    for (int i = 60_000; i < 120_000; i++) {
      change(visits("K" + i % 1_000, "S" + i / 1_000, 7, 1));
    }
    assertThat(harness.extractOutputValues()).hasSizeBetween(250, 1_000);
    harness.endInput();
    assertThat(harness.extractOutputValues().stream().flatMap(c -> c.minutes().stream()))
        .extracting(change -> change.tally().get(Figure.VISITS))
        .satisfies(
            counts ->
                assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(120_000));
  }

  @Test
  void saysOfTheCellsOfManyCampaignsTheFirstToo() throws Exception {
    close();
    open(CombineChanges.ofCells());
    changeEachOf(1_000);
    harness.setProcessingTime(400);
    assertThat(harness.extractOutputValues()).hasSize(800);
    harness.setProcessingTime(800);
    assertThat(harness.extractOutputValues())
        .extracting(ShareChange::campaignId)
        .hasSize(1_000)
        .doesNotHaveDuplicates();
    harness.setProcessingTime(10_000);
    assertThat(harness.extractOutputValues()).hasSize(1_000);
  }

  @Test
  void saysLessAtATimeWhereEventsWait() throws Exception {
    change(visits("K", "families", 7, 1));
    harness.setProcessingTime(50);
    changeEachOf(300);
    // In the harness a task never waits for input: a second later it has a backlog.
    harness.setProcessingTime(1_050);
    assertThat(harness.extractOutputValues()).hasSize(1 + 60);
    harness.setProcessingTime(1_100);
    assertThat(harness.extractOutputValues()).hasSize(1 + 120);
    harness.endInput();
    assertThat(harness.extractOutputValues().stream().flatMap(c -> c.minutes().stream()))
        .extracting(change -> change.tally().get(Figure.VISITS))
        .satisfies(
            counts -> assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(301));
  }
}
