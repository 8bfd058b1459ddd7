package io.campaignpulse.response;

import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs {@link SumCampaign} and lets it turn to any campaign at any time, which Flink gives to no
 * function: the only other way to all of them is through all at once.
 */
final class SumCampaignOperator
    extends CoBroadcastWithKeyedOperator<String, ShareChange, Command, ViewWrite> implements Reach {
  private static final long serialVersionUID = 1L;

  SumCampaignOperator(SumCampaign summing) {
    super(summing, List.of());
  }

  @Override
  public void open() throws Exception {
    ((SumCampaign) userFunction).reaching(this);
    super.open();
  }

  @Override
  public void turnTo(String campaignId) {
    setCurrentKey(campaignId);
  }

  @Override
  public long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  @Override
  public void later(long at, Task task) {
    getProcessingTimeService().registerTimer(at, time -> task.run());
  }

  @Override
  public void give(ViewWrite view) {
    output.collect(new StreamRecord<>(view));
  }
}
