package io.campaignpulse.response;

import io.campaignpulse.jobs.PassingOn;
import io.campaignpulse.response.core.CampaignTerms;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Gathers campaigns that are defined within a moment: looking through all ledgers for ten thousand
 * of them takes no longer than for one.
 */
final class GatherTerms extends PassingOn<CampaignTerms, List<CampaignTerms>> {
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
    gathered.add(element.getValue());
    planPassingOn(MOMENT_MILLIS);
  }

  @Override
  protected void passOn() {
    if (!gathered.isEmpty()) {
      output.collect(new StreamRecord<>(gathered));
      gathered = new ArrayList<>();
    }
  }
}
