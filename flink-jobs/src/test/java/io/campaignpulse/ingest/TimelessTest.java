package io.campaignpulse.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class TimelessTest {
  @Test
  void staysIdleWhateverFlowsAndNeverDrivesEventTimeOn() {
    List<String> said = new ArrayList<>();
    var output =
        new WatermarkOutput() {
          @Override
          public void emitWatermark(Watermark watermark) {
            said.add(watermark.toString());
          }

          @Override
          public void markIdle() {
            said.add("idle");
          }

          @Override
          public void markActive() {
            said.add("active");
          }
        };
    var timeless = new Timeless();
    timeless.onPeriodicEmit(output);
    timeless.onEvent(new RawRecord(new Touch.Origin("campaigns", 0, 0), 5, null, null), 5, output);
    assertThat(said).containsExactly("idle", "idle");
  }
}
