package io.campaignpulse.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.value.core.BgNbd;
import io.campaignpulse.value.core.GammaGamma;
import io.campaignpulse.value.core.ValueModel;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
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

  /** What came of an order, once something has. */
  private record Result(CompletableFuture<Fitted> first) implements ResultFuture<Fitted> {
    @Override
    public void complete(Collection<Fitted> one) {
      first.complete(one.iterator().next());
    }

    @Override
    public void completeExceptionally(Throwable failure) {
      first.completeExceptionally(failure);
    }

    @Override
    public void complete(CollectionSupplier<Fitted> supplier) {
      throw new UnsupportedOperationException();
    }
  }

  private static CompletableFuture<Fitted> fitted(FitModel model, FitSample... samples) {
    var result = new Result(new CompletableFuture<>());
    model.asyncInvoke(List.of(samples), result);
    return result.first();
  }

  private static final CountDownLatch GATE = new CountDownLatch(1);

  private static Fitted fitAtTheGate(List<FitSample> samples) {
    try {
      GATE.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Fitted(samples.get(0).order(), 10, 1, 0, null, null);
  }

  @Test
  void refusesWhatIsOrderedWhileAFitIsUnderWayAndFitsAgainAfterwards() throws Exception {
    var model = new FitModel(FittingTest::fitAtTheGate);
    model.open(null);
    try {
      var first = fitted(model, sample("one", 0));
      for (var order : List.of("two", "three", "four")) {
        var refused = fitted(model, sample(order, 0));
        assertThat(refused).isDone();
        assertThat(refused.get().order()).isEqualTo(order);
        assertThat(refused.get().refusal()).contains("under way");
      }
      assertThat(first).isNotDone();
      GATE.countDown();
      assertThat(first.get(30, TimeUnit.SECONDS).refusal()).isNull();
      assertThat(fitted(model, sample("five", 0)).get(30, TimeUnit.SECONDS).refusal()).isNull();
    } finally {
      GATE.countDown();
      model.close();
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
