package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.VariantShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What one campaign of the world is about, and how well it truly works.
 *
 * @param coverage the share of the customers that it is meant for
 * @param control the share of those who are held out
 * @param variants the true response rate of each treatment
 * @param planned the response rate that its makers hope for
 * @param orders the share of its responders who buy
 */
record Theme(
    String id,
    String name,
    String channel,
    String code,
    String category,
    double coverage,
    double control,
    SortedMap<String, Double> variants,
    double planned,
    double orders,
    BigDecimal costPerContact,
    BigDecimal fixedCost) {
  static final String CONTROL = "CONTROL";

  /** How often a contact doesn't get through, by channel. */
  private static final Map<String, Double> BOUNCES =
      Map.of("EMAIL", 0.02, "SMS", 0.01, "LETTER", 0.01);

  /** How long half of the responders take, by channel, in seconds: the world is in a hurry. */
  private static final Map<String, Double> TYPICAL_DELAY =
      Map.of("EMAIL", 420.0, "SMS", 150.0, "LETTER", 2_400.0, "CALL", 600.0);

  /** A single contact may cost less than the smallest coin. */
  Theme in(Currency currency) {
    return new Theme(
        id,
        name,
        channel,
        code,
        category,
        coverage,
        control,
        variants,
        planned,
        orders,
        costPerContact,
        Company.rounded(fixedCost, currency));
  }

  double bounces() {
    return BOUNCES.getOrDefault(channel, 0.0);
  }

  double typicalDelay() {
    return TYPICAL_DELAY.getOrDefault(channel, 600.0);
  }

  /** The share of the customers that each variant is to have, the control group first. */
  List<VariantShare> plannedShares() {
    var shares = new ArrayList<>(List.of(new VariantShare(CONTROL, control)));
    var each = (1 - control) / variants.size();
    variants.keySet().forEach(name -> shares.add(new VariantShare(name, each)));
    return shares;
  }

  /** The variant of a customer, by a number that is even over 0 to 1. */
  String variant(double even) {
    if (even < control) {
      return CONTROL;
    }
    var place = (int) ((even - control) / (1 - control) * variants.size());
    return variants.keySet().stream().skip(Math.min(place, variants.size() - 1)).findFirst().get();
  }
}
