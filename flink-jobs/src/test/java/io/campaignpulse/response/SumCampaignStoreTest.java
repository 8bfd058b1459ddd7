package io.campaignpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ReachingOperator;
import io.campaignpulse.serving.ViewWrite;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The same sums are served wherever they are kept, also of more campaigns than are at hand. */
class SumCampaignStoreTest {
  private static final int CAMPAIGNS = 1_300;
  private static final int ROUNDS = 3;

  @Test
  void servesTheSameFromDiskAndHeapAlsoAfterARestart() throws Exception {
    Progressing.caughtUp = true;
    var fromHeap = served(false);
    assertThat(fromHeap).hasSize(CAMPAIGNS);
    assertThat(fromHeap.values())
        .allSatisfy(figures -> assertThat(figures).contains("\"totals\":{\"visits\":6}"));
    assertThat(served(true)).isEqualTo(fromHeap);
  }

  /** The figures that each campaign has last, of which some were read back after a restart. */
  private static Map<String, String> served(boolean onDisk) throws Exception {
    var last = new HashMap<String, String>();
    OperatorSubtaskState kept = null;
    for (int round = 1; round <= ROUNDS; round++) {
      var harness = harness(onDisk);
      try {
        if (kept != null) {
          harness.initializeState(kept);
        }
        harness.open();
        harness.setProcessingTime(round * 1_000_000L);
        for (int n = 0; n < CAMPAIGNS; n++) {
          harness.processElement(SumCampaignTest.visits("K" + n, 7, round), 0);
        }
        // Some at each moment.
        for (int moment = 1; moment <= CAMPAIGNS; moment++) {
          harness.setProcessingTime(round * 1_000_000L + moment * 25L);
        }
        for (var view : harness.extractOutputValues()) {
          if (view.key().equals(RedisKeys.figures(view.campaignId()))) {
            last.put(view.key(), view.json());
          }
        }
        kept = harness.snapshot(round, round);
      } finally {
        harness.close();
      }
    }
    return last;
  }

  private static KeyedBroadcastOperatorTestHarness<String, ShareChange, Command, ViewWrite> harness(
      boolean onDisk) throws Exception {
    var harness =
        new KeyedBroadcastOperatorTestHarness<>(
            ReachingOperator.of(new SumCampaign(new Progressing())),
            ShareChange::campaignId,
            Types.STRING,
            1,
            1,
            0);
    if (onDisk) {
      harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    }
    return harness;
  }
}
