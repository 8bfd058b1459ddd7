package io.campaignpulse.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Position;
import io.campaignpulse.serving.ViewWrite;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SumArrivalsTest {
  private KeyedBroadcastOperatorTestHarness<String, ArrivalCount, Command, ViewWrite> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
            new SumArrivals(UntilACallIsRead::new),
            count -> "arrivals",
            Types.STRING,
            new MapStateDescriptor<>("none", Types.VOID, Types.VOID));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  /** Caught up at the first barrier after anything of the calls was read. */
  private static final class UntilACallIsRead implements CatchUp.Progress {
    private boolean read;
    private boolean caughtUp;

    @Override
    public boolean caughtUp() {
      return caughtUp;
    }

    @Override
    public void heard(Command command) {
      read |= command.position() != null && command.position().topic().equals("calls");
    }

    @Override
    public void barrierPassed() {
      caughtUp = read;
    }
  }

  private String shownAfter(ArrivalCount count) throws Exception {
    harness.processElement(count, 0);
    var shown = harness.extractOutputValues();
    return shown.get(shown.size() - 1).json();
  }

  @Test
  void showsNoCountsUntilItHasCaughtUp() throws Exception {
    assertThat(shownAfter(ArrivalCount.late("sales")))
        .contains("\"catchingUp\":true", "\"byTopic\":{}");
    harness.processBroadcastElement(Command.reached(new Position("calls", 0, 1)), 0);
    assertThat(shownAfter(ArrivalCount.alive(7))).contains("\"catchingUp\":true");
    harness.snapshot(1, 0);
    assertThat(shownAfter(ArrivalCount.alive(7)))
        .contains("\"catchingUp\":false", "\"sales\":{\"events\":0,\"deadLetters\":0,\"late\":1}");
  }
}
