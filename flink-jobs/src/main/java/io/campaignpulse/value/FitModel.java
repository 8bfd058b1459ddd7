package io.campaignpulse.value;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.FitOutcome;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.core.Fit;
import io.campaignpulse.value.core.ModelFit;
import io.campaignpulse.value.core.PurchaseSummary;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Fits the value model to the customers on hand, beside all else that goes on. One fit at a time:
 * what is ordered meanwhile is refused, for orders in line would soon keep events waiting.
 */
final class FitModel extends RichAsyncFunction<List<FitSample>, Fitted> {
  private static final long serialVersionUID = 1L;

  /** How far ahead purchases and spend are expected: a year. */
  private static final double HORIZON_WEEKS = 52;

  private static final String BUSY =
      "another fit is under way; order this one again once it is done";

  private final Fitting fitting;
  private transient ExecutorService executor;
  private transient AtomicBoolean busy;

  FitModel() {
    this(FitModel::fit);
  }

  FitModel(Fitting fitting) {
    this.fitting = fitting;
  }

  /** How a model is fitted to samples. */
  interface Fitting extends Serializable {
    Fitted fit(List<FitSample> samples);
  }

  @Override
  public void open(OpenContext context) {
    busy = new AtomicBoolean();
    executor =
        Executors.newSingleThreadExecutor(
            work -> {
              var thread = new Thread(work, "fit-value-model");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void asyncInvoke(List<FitSample> samples, ResultFuture<Fitted> result) {
    if (!busy.compareAndSet(false, true)) {
      result.complete(List.of(refused(samples, BUSY)));
      return;
    }
    CompletableFuture.supplyAsync(() -> fitting.fit(samples), executor)
        .whenComplete(
            (fitted, failure) -> {
              busy.set(false);
              if (failure == null) {
                result.complete(List.of(fitted));
              } else {
                result.complete(List.of(refused(samples, "the fit failed: " + failure)));
              }
            });
  }

  private static Fitted fit(List<FitSample> samples) {
    var fit = ModelFit.of(buyers(samples));
    if (fit instanceof Fit.Fitted fitted) {
      return new Fitted(
          samples.get(0).order(),
          samples.get(0).asOfDay(),
          fitted.sampleSize(),
          fitted.purchasesLogLikelihood(),
          fitted.over(HORIZON_WEEKS),
          null);
    }
    return refused(samples, ((Fit.Refused) fit).reason());
  }

  private static Fitted refused(List<FitSample> samples, String reason) {
    var first = samples.get(0);
    return new Fitted(first.order(), first.asOfDay(), buyers(samples).size(), 0, null, reason);
  }

  private static List<PurchaseSummary> buyers(List<FitSample> samples) {
    return samples.stream().flatMap(sample -> sample.buyers().stream()).toList();
  }

  /** What came of the order, for who gave it. */
  static ViewWrite view(Fitted fitted) {
    return ViewWrite.of(
        RedisKeys.VALUE_FIT,
        null,
        new FitOutcome(fitted.order(), fitted.asOfDay(), fitted.sampleSize(), fitted.refusal()),
        null,
        null);
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
