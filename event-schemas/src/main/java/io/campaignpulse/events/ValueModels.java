package io.campaignpulse.events;

import io.campaignpulse.events.avro.ValueModel;

/** The checks of the parameters of customer value. */
final class ValueModels {
  /** Beyond this nobody plans, and expectations lose their meaning. */
  private static final double LONGEST_HORIZON_WEEKS = 5_200;

  /** Far beyond what is ever fitted, and near enough that expectations end in a finite number. */
  private static final double MOST = 1e12;

  private static final double MOST_SPEND = 1e18;

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
    positive(problems, "bgNbd.r", purchases.getR(), MOST);
    positive(problems, "bgNbd.alpha", purchases.getAlpha(), MOST);
    positive(problems, "bgNbd.a", purchases.getA(), MOST);
    positive(problems, "bgNbd.b", purchases.getB(), MOST);
    var spend = model.getGammaGamma();
    positive(problems, "gammaGamma.p", spend.getP(), MOST_SPEND);
    positive(problems, "gammaGamma.v", spend.getV(), MOST_SPEND);
    problems.require(
        spend.getQ() > 1 && spend.getQ() <= MOST_SPEND,
        "gammaGamma.q",
        "must be more than 1: otherwise there is no mean spend; and at most " + MOST_SPEND);
  }

  private static void positive(Problems problems, String field, double value, double most) {
    problems.require(value > 0, field, "must be positive");
    problems.require(
        !(value > 0) || value >= 1 / most && value <= most,
        field,
        "is not within " + 1 / most + " to " + most);
  }
}
