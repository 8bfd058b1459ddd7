package io.campaignpulse.offers.core;

import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.OfferFigures.Taken;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;

/**
 * What is known of the probability that an offer is accepted by a customer of a tier on a channel:
 * a beta distribution. It begins with half an acceptance, at the rate of the offer as a whole: so
 * cells with little data lean on the others, and yet an offer that does badly elsewhere is tried
 * where nobody has (an empirical Bayes estimate of the beta-binomial model).
 *
 * @param accepted of it, with what it began with
 * @param refused the others
 * @param presented how often the offer was made in the same tier on the same channel
 */
record Propensity(double accepted, double refused, long presented) {
  /** What is believed of an offer that was never made: one in ten. */
  private static final double PRIOR_ACCEPTED = 1;

  private static final double PRIOR_REFUSED = 9;

  /** As how many acceptances the offer as a whole counts in one cell. */
  private static final double POOLED = 0.5;

  static Propensity of(OfferFigures figures, String tier, String channel) {
    var taken = figures.taken().getOrDefault(OfferFigures.cell(tier, channel), Taken.NONE);
    double presented =
        Math.max(figures.presented(), figures.accepted()) + PRIOR_ACCEPTED + PRIOR_REFUSED;
    double rate = (figures.accepted() + PRIOR_ACCEPTED) / presented;
    long refused = Math.max(0, taken.presented() - taken.accepted());
    return new Propensity(
        POOLED + taken.accepted(), POOLED * (1 - rate) / rate + refused, taken.presented());
  }

  double mean() {
    return accepted / (accepted + refused);
  }

  /** A draw by which offers of which little is known get their chance (Thompson sampling). */
  double draw(UniformRandomProvider random) {
    return ChengBetaSampler.of(random, accepted, refused).sample();
  }
}
