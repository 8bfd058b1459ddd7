package io.campaignpulse.simulators.world;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * One offer of the company, and how well it is truly taken.
 *
 * @param pitch what an agent may say
 * @param product the id of what is sold by it; null for none
 * @param category null where the product tells
 * @param channels where it may be made; null for anywhere
 * @param value what an acceptance is worth, in major units of currency
 * @param lever of the business, in per cent
 * @param eligibility the rule of who may get it
 * @param accepts the true share of those who accept it on the phone, by tier
 */
record Pitch(
    String id,
    String name,
    String pitch,
    String product,
    String category,
    List<String> channels,
    BigDecimal value,
    double lever,
    String eligibility,
    Map<String, Double> accepts) {

  Pitch in(Currency currency) {
    var rounded = Company.rounded(value, currency);
    return new Pitch(
        id, name, pitch, product, category, channels, rounded, lever, eligibility, accepts);
  }
}
