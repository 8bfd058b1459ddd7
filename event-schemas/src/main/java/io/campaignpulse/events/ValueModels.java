package io.campaignpulse.events;

import io.campaignpulse.events.avro.ValueModel;

/** The checks of the parameters of customer value. */
final class ValueModels {
  /** Beyond this nobody plans, and expectations lose their meaning. */
  private static final double LONGEST_HORIZON_WEEKS = 5_200;

  private ValueModels() {}

  static void check(Problems problems, ValueModel model) {
    problems.require(model.getSampleSize() >= 0, "sampleSize", "must not be negative");
    problems.require(
        Double.isFinite(model.getLogLikelihood()), "logLikelihood", "is no finite number");
    problems.require(
        model.getHorizonWeeks() > 0 && model.getHorizonWeeks() <= LONGEST_HORIZON_WEEKS,
        "horizonWeeks",
        "is not within 0 to " + LONGEST_HORIZON_WEEKS);
    var purchases = model.getBgNbd();
    positive(problems, "bgNbd.r", purchases.getR());
    positive(problems, "bgNbd.alpha", purchases.getAlpha());
    positive(problems, "bgNbd.a", purchases.getA());
    positive(problems, "bgNbd.b", purchases.getB());
    var spend = model.getGammaGamma();
    positive(problems, "gammaGamma.p", spend.getP());
    positive(problems, "gammaGamma.v", spend.getV());
    problems.require(
        spend.getQ() > 1 && Double.isFinite(spend.getQ()),
        "gammaGamma.q",
        "must be more than 1: otherwise there is no mean spend");
  }

  private static void positive(Problems problems, String field, double value) {
    problems.require(value > 0 && Double.isFinite(value), field, "must be positive");
  }
}
