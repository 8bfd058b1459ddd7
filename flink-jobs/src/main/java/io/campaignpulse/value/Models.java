package io.campaignpulse.value;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.BgNbdParameters;
import io.campaignpulse.events.avro.GammaGammaParameters;
import io.campaignpulse.value.core.BgNbd;
import io.campaignpulse.value.core.GammaGamma;
import io.campaignpulse.value.core.ValueModel;
import java.time.LocalDate;
import java.util.Optional;

/** The value model as reference data. */
public final class Models {
  private Models() {}

  /** The model of a checked record; empty for one that is not in use. */
  public static Optional<ValueModel> of(io.campaignpulse.events.avro.ValueModel published) {
    if (!published.getModelId().equals(ReferenceKind.CURRENT)) {
      return Optional.empty();
    }
    var purchases = published.getBgNbd();
    var spend = published.getGammaGamma();
    return Optional.of(
        new ValueModel(
            new BgNbd(purchases.getR(), purchases.getAlpha(), purchases.getA(), purchases.getB()),
            new GammaGamma(spend.getP(), spend.getQ(), spend.getV()),
            published.getHorizonWeeks()));
  }

  /** The record by which a fitted model is published. */
  public static io.campaignpulse.events.avro.ValueModel published(Fitted fitted) {
    var purchases = fitted.model().purchases();
    var spend = fitted.model().spend();
    return io.campaignpulse.events.avro.ValueModel.newBuilder()
        .setModelId(ReferenceKind.CURRENT)
        .setAsOf(LocalDate.ofEpochDay(fitted.asOfDay()))
        .setSampleSize(fitted.sampleSize())
        .setLogLikelihood(fitted.logLikelihood())
        .setHorizonWeeks(fitted.model().horizonWeeks())
        .setBgNbd(
            new BgNbdParameters(purchases.r(), purchases.alpha(), purchases.a(), purchases.b()))
        .setGammaGamma(new GammaGammaParameters(spend.p(), spend.q(), spend.v()))
        .build();
  }
}
