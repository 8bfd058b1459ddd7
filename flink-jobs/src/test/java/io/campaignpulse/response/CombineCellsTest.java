package io.campaignpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Lines;
import io.campaignpulse.response.core.Share;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.response.core.ShareChange.CellChange;
import io.campaignpulse.response.core.Trace;
import io.campaignpulse.response.core.Traces;
import io.campaignpulse.wire.Again;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CombineCellsTest {
  private OneInputStreamOperatorTestHarness<Change, ShareChange> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(CombineChanges.ofCells());
    harness.open();
    harness.setProcessingTime(0);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static Trace trace(int n) {
    return new Trace("e" + n, n, Touch.Kind.VISIT, true, null, null, 0);
  }

  private static Change visit(String variant, int n) {
    var lines = new Lines();
    lines.add(Figure.VISITS, 7, 1);
    var group = new Share.Group("EMAIL", variant, "YOUNG", "C");
    return new Change("K", group, lines, new Traces("anna", List.of(trace(n)), List.of()));
  }

  private static Change gone(int n) {
    var lines = new Lines();
    lines.add(Figure.VISITS, 7, -1);
    var group = new Share.Group("EMAIL", "A", "YOUNG", "C");
    return new Change("K", group, lines, new Traces("anna", List.of(), List.of(trace(n))));
  }

  private List<CellChange> said() {
    return harness.extractOutputValues().stream().flatMap(c -> c.cells().stream()).toList();
  }

  private static Entry entry(int n) {
    return new Entry("e" + n, n, "VISIT", "anna", true, null, null, 0);
  }

  @Test
  void aCellIsTheSumOverVariantsAndTiers() throws Exception {
    harness.processElement(visit("A", 1), 0);
    harness.processElement(visit("B", 2), 0);
    assertThat(said()).isEmpty();
    harness.setProcessingTime(1_000);
    assertThat(said())
        .containsExactly(
            new CellChange(
                "EMAIL",
                "YOUNG",
                new Tally().add(Figure.VISITS, 2),
                List.of(),
                List.of(entry(2), entry(1))));
  }

  @Test
  void whatComesAndGoesAndComesIsThere() throws Exception {
    harness.processElement(gone(0), 0);
    harness.processElement(visit("A", 1), 0);
    harness.processElement(gone(1), 0);
    harness.processElement(visit("A", 1), 0);
    harness.processElement(visit("A", 2), 0);
    harness.processElement(gone(2), 0);
    harness.setProcessingTime(1_000);
    assertThat(said().get(0).gone()).containsExactly(entry(0), entry(1), entry(2));
    assertThat(said().get(0).came()).containsExactly(entry(1));
  }

  @Test
  void ofAFloodOnlyTheNewestGoOn() throws Exception {
    for (int n = 0; n < 1_000; n++) {
      harness.processElement(visit("A", n), 0);
    }
    harness.prepareSnapshotPreBarrier(1);
    assertThat(said().get(0).tally().get(Figure.VISITS)).isEqualTo(1_000);
    assertThat(said().get(0).came()).hasSizeBetween(20, 40).contains(entry(999));
  }

  @Test
  void aChangeArrivesAsItWasSent() throws Exception {
    var sent = visit("A", 1);
    var came = Again.of(new ChangeType.Serializer(), sent);
    assertThat(came.traces()).isEqualTo(sent.traces());
    assertThat(came.group()).isEqualTo(sent.group());
  }
}
