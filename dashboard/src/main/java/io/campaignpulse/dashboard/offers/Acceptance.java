package io.campaignpulse.dashboard.offers;

import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.views.OfferFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;

/** How often offers of one thing were made, and of that accepted. */
record Acceptance(long presented, long accepted) {

  /**
   * All offers of a product or a category together.
   *
   * @param what null for nothing in particular: then any offer may be made
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
    return what == null || what.equals(offer.getProductId()) || what.equals(offer.getCategory());
  }

  /** Null while none was made. */
  Double rate() {
    return presented == 0 ? null : (double) accepted / presented;
  }

  /**
   * What it would bring if all its customers were asked and accepted as often; null for no rate.
   *
   * @param value of one sale, in major units
   */
  BigDecimal revenue(long customers, BigDecimal value) {
    return presented == 0
        ? null
        : BigDecimal.valueOf(customers)
            .multiply(value)
            .multiply(BigDecimal.valueOf(accepted))
            .divide(BigDecimal.valueOf(presented), value.scale(), RoundingMode.HALF_UP);
  }
}
