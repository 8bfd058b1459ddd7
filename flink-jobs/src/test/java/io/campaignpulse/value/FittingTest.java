package io.campaignpulse.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.value.core.BgNbd;
import io.campaignpulse.value.core.GammaGamma;
import io.campaignpulse.value.core.ValueModel;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FittingTest {
  private static FitSample sample(String order, int subtask) {
    return new FitSample(
        order, 10, subtask, 2, new int[] {2}, new double[] {1}, new double[] {2}, new double[] {3});
  }

  @Test
  void waitsForTheSamplesOfAllSubtasksOrderByOrder() throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new GatherSamples()));
    try {
      harness.open();
      harness.processElement(sample("one", 0), 0);
      harness.processElement(sample("two", 0), 0);
      harness.processElement(sample("two", 1), 0);
      assertThat(harness.extractOutputValues()).hasSize(1);
      assertThat(harness.extractOutputValues().get(0))
          .extracting(FitSample::order)
          .containsOnly("two");
      harness.processElement(sample("one", 1), 0);
      assertThat(harness.extractOutputValues()).hasSize(2);
    } finally {
      harness.close();
    }
  }

  @Test
  void publishesTheModelThatIsTakenUpAgain() {
    var model = new ValueModel(new BgNbd(1, 2, 3, 4), new GammaGamma(5, 6, 7), 52);
    var published = Models.published(new Fitted("one", 10, 100, -5, model, null));
    assertThat(published.getAsOf()).isEqualTo("1970-01-11");
    assertThat(Models.of(published)).contains(model);
    published.setModelId("ANOTHER");
    assertThat(Models.of(published)).isEmpty();
    assertThat(ReferenceKind.VALUE_MODELS.id(published)).isEqualTo("ANOTHER");
  }

  @Test
  void tellsWhoOrderedWhyThereIsNoModel() {
    var view = FitModel.view(new Fitted("one", 10, 1, 0, null, "too few"));
    assertThat(view.key()).isEqualTo(RedisKeys.VALUE_FIT);
    assertThat(view.json()).contains("too few").contains("\"order\":\"one\"");
    assertThat(sample("one", 0).buyers()).hasSize(1);
  }
}
