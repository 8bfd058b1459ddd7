package io.campaignpulse.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.serving.Position;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotePositionsTest {
  private OneInputStreamOperatorTestHarness<RawRecord, Position> harness;

  private void open(OperatorSubtaskState state) throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new NotePositions<>());
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void read(String topic, int partition, long offset) throws Exception {
    harness.processElement(
        new RawRecord(new Touch.Origin(topic, partition, offset), 0, null, new byte[0]), 0);
  }

  @Test
  void tellsHowFarEachPartitionWasReadBeforeEachBarrierAndOnlyWhatIsNew() throws Exception {
    open(null);
    read("calls", 0, 6);
    read("calls", 0, 7);
    read("sales", 1, 2);
    assertThat(harness.extractOutputValues()).isEmpty();
    harness.prepareSnapshotPreBarrier(1);
    assertThat(harness.extractOutputValues())
        .containsExactlyInAnyOrder(new Position("calls", 0, 8), new Position("sales", 1, 3));
    read("sales", 1, 3);
    harness.prepareSnapshotPreBarrier(2);
    assertThat(harness.extractOutputValues())
        .hasSize(3)
        .last()
        .isEqualTo(new Position("sales", 1, 4));
  }

  @Test
  void tellsWhatItWasRestoredWithThoughNothingComes() throws Exception {
    open(null);
    read("calls", 0, 7);
    var state = harness.snapshot(1, 0);
    harness.close();
    open(state);
    harness.prepareSnapshotPreBarrier(2);
    assertThat(harness.extractOutputValues()).containsExactly(new Position("calls", 0, 8));
  }
}
