package io.campaignpulse.events.views;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/** Ratios of the figures, each empty while its denominator is 0. */
public final class Rates {
  private Rates() {}

  /** Contacted customers, or the audience of a campaign that contacts nobody by name. */
  public static long contacted(Tally tally, Long audienceSize) {
    return audienceSize == null ? tally.get(Figure.CONTACTED) : audienceSize;
  }

  /**
   * Whoever responds to a broadcast is of its audience, so its pass-along responders count as
   * responders.
   */
  public static long responders(Tally tally, Long audienceSize) {
    var responders = tally.get(Figure.RESPONDERS);
    return audienceSize == null ? responders : responders + tally.get(Figure.PASS_ALONG_RESPONDERS);
  }

  /** A share within 0 to 1; an audience that was set too small does not lift it above 1. */
  public static OptionalDouble share(long part, long whole) {
    return whole == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1.0, (double) part / whole));
  }

  /** Money per head, with four decimals. */
  public static Optional<BigDecimal> perHead(BigDecimal money, long heads) {
    return heads == 0
        ? Optional.empty()
        : Optional.of(money.divide(BigDecimal.valueOf(heads), 4, RoundingMode.HALF_EVEN));
  }

  /** Fixed cost plus cost per contact for each contact, or for each head of the audience. */
  public static BigDecimal cost(
      Tally tally, Long audienceSize, BigDecimal costPerContact, BigDecimal fixedCost) {
    var contacts = audienceSize == null ? tally.get(Figure.CONTACTS) : audienceSize;
    var perContact = costPerContact == null ? BigDecimal.ZERO : costPerContact;
    var fixed = fixedCost == null ? BigDecimal.ZERO : fixedCost;
    return fixed.add(perContact.multiply(BigDecimal.valueOf(contacts)));
  }

  /** Return on investment: what came back beyond the cost, per unit of cost. */
  public static OptionalDouble roi(BigDecimal revenue, BigDecimal cost) {
    return cost.signum() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(revenue.subtract(cost).doubleValue() / cost.doubleValue());
  }
}
