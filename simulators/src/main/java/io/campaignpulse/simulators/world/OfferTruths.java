package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.CustomerRef;
import java.util.List;
import java.util.Map;

/** How all offers of a world are truly taken, which measurement is after. */
public final class OfferTruths {
  private static final List<String> TIERS = List.of("A", "B", "C");

  private final Company company;
  private final Standings standings;

  OfferTruths(Company company, Standings standings) {
    this.company = company;
    this.standings = standings;
  }

  /** Those of the company's own offers. */
  public List<OfferTruth> all() {
    return company.offers().stream().flatMap(offer -> ofOffer(offer).stream()).toList();
  }

  private List<OfferTruth> ofOffer(Pitch offer) {
    return company.manners().keySet().stream()
        .filter(channel -> offer.channels() == null || offer.channels().contains(channel))
        .flatMap(channel -> TIERS.stream().map(tier -> of(offer.id(), tier, channel)))
        .toList();
  }

  /** The true tier of whoever this is: by what they spent before the world began. */
  public String tier(CustomerRef who) {
    return standings.tier(who);
  }

  /**
   * Offers that somebody else defined are taken too.
   *
   * @param channel PHONE or WEB, where customers are met
   */
  public OfferTruth of(String offerId, String tier, String channel) {
    var manner = company.manners().get(channel);
    var acceptance = accepts(offerId).get(tier) * manner.accepts();
    return new OfferTruth(offerId, tier, channel, acceptance, (1 - acceptance) * manner.declines());
  }

  private Map<String, Double> accepts(String offerId) {
    return company.offers().stream()
        .filter(offer -> offer.id().equals(offerId))
        .findFirst()
        .map(Pitch::accepts)
        .orElse(company.otherOffers());
  }
}
