package io.campaignpulse.dashboard.offers;

import io.campaignpulse.events.Money;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.Opportunity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;

/** How often offers of one thing were made, and of that accepted. */
record Acceptance(long presented, long accepted) {

  /**
   * All offers of a product or a category together.
   *
   * @param what null for nothing in particular, of which there are no offers
   */
  static Acceptance of(String what, Collection<Offer> offers, Map<String, OfferFigures> figures) {
    long presented = 0;
    long accepted = 0;
    for (var offer : offers) {
      var done = figures.get(offer.getOfferId());
      if (done != null && proposes(offer, what)) {
        presented += done.presented();
        accepted += done.accepted();
      }
    }
    return new Acceptance(presented, accepted);
  }

  private static boolean proposes(Offer offer, String what) {
    return what != null && (what.equals(offer.getProductId()) || what.equals(offer.getCategory()));
  }

  /** Null while none was made. */
  Double rate() {
    return presented == 0 ? null : (double) accepted / presented;
  }

  /**
   * What it would bring if all its customers were asked and accepted as often; null for no rate.
   */
  BigDecimal revenue(Opportunity of, Currency currency) {
    if (presented == 0) {
      return null;
    }
    var minor =
        BigDecimal.valueOf(of.customers())
            .multiply(BigDecimal.valueOf(of.averageMinor()))
            .multiply(BigDecimal.valueOf(accepted))
            .divide(BigDecimal.valueOf(presented), 0, RoundingMode.HALF_UP);
    return Money.fromMinor(minor.longValueExact(), currency);
  }
}
