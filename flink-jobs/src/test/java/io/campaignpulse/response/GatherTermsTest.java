package io.campaignpulse.response;

import static io.campaignpulse.response.core.Fixtures.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.response.core.CampaignTerms;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatherTermsTest {
  private OneInputStreamOperatorTestHarness<CampaignTerms, List<CampaignTerms>> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new GatherTerms());
    harness.open();
    harness.setProcessingTime(0);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void passesOnTogetherWhatCameWithinAMomentInItsOrder() throws Exception {
    harness.processElement(campaign("K"), 0);
    harness.processElement(campaign("L"), 0);
    assertThat(harness.extractOutputValues()).isEmpty();
    harness.setProcessingTime(60);
    harness.processElement(campaign("M"), 0);
    harness.setProcessingTime(120);
    assertThat(harness.extractOutputValues())
        .containsExactly(List.of(campaign("K"), campaign("L")), List.of(campaign("M")));
  }

  @Test
  void keepsNothingBackFromACheckpoint() throws Exception {
    harness.processElement(campaign("K"), 0);
    harness.prepareSnapshotPreBarrier(1);
    assertThat(harness.extractOutputValues()).containsExactly(List.of(campaign("K")));
    harness.setProcessingTime(60);
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void passesOnWhatIsLeftWhenTheInputEnds() throws Exception {
    harness.processElement(campaign("K"), 0);
    harness.endInput();
    assertThat(harness.extractOutputValues()).hasSize(1);
  }
}
