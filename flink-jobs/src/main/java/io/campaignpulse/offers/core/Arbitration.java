package io.campaignpulse.offers.core;

import io.campaignpulse.events.offers.OfferRule;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Situation;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferDecision.Candidate;
import io.campaignpulse.events.views.OfferDecision.Factors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Puts the most important offer first: propensity times context times value times lever. The same
 * for the same moment, customer and board, however often it is asked.
 */
public final class Arbitration {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate candidate) -> candidate.blockedBy() != null)
          .thenComparing(Comparator.comparingDouble(Candidate::priority).reversed())
          .thenComparing(Candidate::offerId);

  private final OfferBoard board;
  private final Customer customer;
  private final Trigger moment;
  private final Restraint restraint;

  /** Not made for a moment at which nothing may be proposed. */
  private Situation situation;

  /** By what an offer has to do with the moment, as that is all that tells offers apart here. */
  private final Map<Bearing, Fit> fits = new HashMap<>();

  /** What an offer has to do with the moment. */
  private record Bearing(boolean about, boolean complement) {}

  /** The contexts that hold, and by how much they weigh all in all. */
  private record Fit(List<String> reasons, double percent) {}

  private Arbitration(OfferBoard board, Customer customer, Trigger moment) {
    this.board = board;
    this.customer = customer;
    this.moment = moment;
    this.restraint = new Restraint(board.policy(), customer, moment);
  }

  /** What to propose, or why nothing. */
  public static OfferDecision decide(OfferBoard board, Customer customer, Trigger moment) {
    return new Arbitration(board, customer, moment).decide();
  }

  private OfferDecision decide() {
    var verdict = restraint.any();
    var candidates = new ArrayList<Candidate>();
    for (var offer : board.at(moment.at())) {
      candidates.add(verdict == null ? candidate(offer) : blocked(offer, verdict));
    }
    candidates.sort(BEST_FIRST);
    if (verdict != null) {
      return decision(null, verdict.rule(), candidates);
    }
    if (candidates.isEmpty() || candidates.get(0).blockedBy() != null) {
      return decision(null, Silence.NO_OFFER, candidates);
    }
    return board.policy().silent(customer.id())
        ? decision(null, Silence.SILENT_GROUP, candidates)
        : decision(candidates.get(0).offerId(), null, candidates);
  }

  private OfferDecision decision(String offerId, Silence silence, List<Candidate> candidates) {
    return new OfferDecision(
        moment.decisionId(),
        moment.kind(),
        moment.eventId(),
        moment.at(),
        customer.id(),
        moment.channel(),
        moment.about(),
        offerId,
        silence,
        candidates,
        customer.facts());
  }

  private static Candidate blocked(LiveOffer offer, Restraint.Verdict verdict) {
    return new Candidate(offer.id(), 0, null, verdict.rule(), verdict.detail());
  }

  private Candidate candidate(LiveOffer offer) {
    var verdict = forbids(offer);
    return verdict == null ? weighed(offer) : blocked(offer, verdict);
  }

  private Restraint.Verdict forbids(LiveOffer offer) {
    if (!offer.on(moment.channel())) {
      return new Restraint.Verdict(Silence.NOT_ON_CHANNEL, moment.channel());
    }
    var cap = offer.offer().getQuantityCap();
    if (cap != null && board.figures(offer.id()).accepted() >= cap) {
      return new Restraint.Verdict(Silence.QUANTITY_CAP, cap.toString());
    }
    var verdict = restraint.of(offer.id());
    if (verdict != null) {
      return verdict;
    }
    return offer.rule() == null || holds(offer.rule(), bearing(offer))
        ? null
        : new Restraint.Verdict(Silence.NOT_ELIGIBLE, offer.rule().toString());
  }

  private Candidate weighed(LiveOffer offer) {
    var fit = fits.computeIfAbsent(bearing(offer), this::fit);
    var known = Propensity.of(board.figures(offer.id()), customer.facts().tier(), moment.channel());
    double drawn = known.draw(random(offer)::nextLong);
    double weight = Math.max(0, 1 + fit.percent() / 100);
    double lever = Math.max(0, 1 + offer.offer().getLever() / 100);
    var factors =
        new Factors(
            drawn, known.mean(), known.presented(), weight, fit.reasons(), offer.value(), lever);
    return new Candidate(offer.id(), drawn * weight * offer.value() * lever, factors, null, null);
  }

  private Fit fit(Bearing bearing) {
    var reasons = new ArrayList<String>();
    double percent = 0;
    for (var context : board.policy().contexts()) {
      if (holds(context.rule(), bearing)) {
        reasons.add(context.name());
        percent += context.percent();
      }
    }
    return new Fit(reasons, percent);
  }

  private Bearing bearing(LiveOffer offer) {
    return new Bearing(offer.about(moment), board.complements(offer, moment));
  }

  private boolean holds(OfferRule rule, Bearing bearing) {
    situation = situation == null ? new Situation(customer.facts(), moment) : situation;
    return rule.holds(situation, bearing.about(), bearing.complement());
  }

  private SplittableRandom random(LiveOffer offer) {
    return Chance.source(board.policy().seed() + " " + moment.decisionId() + " " + offer.id());
  }
}
