package io.campaignpulse.jobs;

import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.ingest.Arrival;
import io.campaignpulse.ingest.ArrivalCount;
import io.campaignpulse.ingest.DeadLetter;
import io.campaignpulse.ingest.RawRecord;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.routing.CallNews;
import io.campaignpulse.routing.core.CallQueue;
import io.campaignpulse.serving.Command;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Touch.class,
        Arrival.class,
        ArrivalCount.class,
        DeadLetter.class,
        RawRecord.class,
        CampaignTerms.class,
        Command.class,
        CallNews.class,
        RoutingDecision.class,
        CallQueue.Memory.class
      })
  void everyTypeThatFlinkMovesOrKeepsIsWrittenWithoutKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
