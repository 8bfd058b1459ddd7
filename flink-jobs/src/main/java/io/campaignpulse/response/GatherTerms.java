package io.campaignpulse.response;

import io.campaignpulse.response.core.CampaignTerms;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Gathers campaigns that are defined within a moment: looking through all ledgers for ten thousand
 * of them takes no longer than for one. Passes them on a moment later and before each checkpoint's
 * barrier: there is nothing to keep.
 */
final class GatherTerms extends AbstractStreamOperator<List<CampaignTerms>>
    implements OneInputStreamOperator<CampaignTerms, List<CampaignTerms>>, BoundedOneInput {
  private static final long serialVersionUID = 1L;
  private static final long MOMENT_MILLIS = 50;

  private transient List<CampaignTerms> gathered;

  @Override
  public void open() throws Exception {
    super.open();
    gathered = new ArrayList<>();
  }

  @Override
  public void processElement(StreamRecord<CampaignTerms> element) {
    if (gathered.isEmpty()) {
      var time = getProcessingTimeService();
      time.registerTimer(time.getCurrentProcessingTime() + MOMENT_MILLIS, now -> passOn());
    }
    gathered.add(element.getValue());
  }

  private void passOn() {
    if (!gathered.isEmpty()) {
      output.collect(new StreamRecord<>(gathered));
      gathered = new ArrayList<>();
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    passOn();
  }

  @Override
  public void endInput() {
    passOn();
  }
}
