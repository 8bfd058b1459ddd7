package io.campaignpulse.events;

import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.OfferPolicy;
import io.campaignpulse.events.offers.InvalidRuleException;
import io.campaignpulse.events.offers.OfferRule;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;

/** The checks of offers and of the policy by which they are made. */
final class OfferChecks {
  private static final int LONGEST_RULE = 4_000;
  private static final int LONGEST_HOURS = 10 * 366 * 24;
  private static final int LONGEST_DAYS = 366;
  private static final double MOST_PERCENT = 1_000;

  /** Ids that are addresses of something else, so that no offer of theirs could be read. */
  private static final Set<String> RESERVED = Set.of("next", "dry-run");

  private final Currency currency;

  OfferChecks(Currency currency) {
    this.currency = currency;
  }

  void check(Problems problems, Offer offer) {
    problems.require(
        !RESERVED.contains(offer.getOfferId()),
        "offerId",
        "\"" + offer.getOfferId() + "\" is taken by the system");
    problems.require(!offer.getName().isBlank(), "name", "is empty");
    problems.requireShort("productId", offer.getProductId());
    problems.requireShort("category", offer.getCategory());
    problems.require(
        offer.getStartsAt() == null
            || offer.getEndsAt() == null
            || !offer.getEndsAt().isBefore(offer.getStartsAt()),
        "endsAt",
        "must not be before startsAt");
    BigDecimal value = offer.getValue();
    Amounts.check(problems, "value", value, currency);
    percent(problems, "lever", offer.getLever());
    problems.require(
        offer.getQuantityCap() == null || offer.getQuantityCap() > 0,
        "quantityCap",
        "must be positive");
    channels(problems, offer);
    if (offer.getEligibility() != null && offer.getEligibility().isBlank()) {
      offer.setEligibility(null);
    }
    rule(problems, "eligibility", offer.getEligibility());
  }

  private static void channels(Problems problems, Offer offer) {
    for (int i = 0; i < offer.getChannels().size(); i++) {
      problems.require(!offer.getChannels().get(i).isBlank(), "channels[" + i + "]", "is empty");
    }
    offer.setChannels(offer.getChannels().stream().map(Door::channelWord).distinct().toList());
  }

  static void check(Problems problems, OfferPolicy policy) {
    for (int i = 0; i < policy.getCaps().size(); i++) {
      var cap = policy.getCaps().get(i);
      problems.require(cap.getMost() >= 0, "caps[" + i + "].most", "must not be negative");
      hours(problems, "caps[" + i + "].hours", cap.getHours(), 1);
    }
    hours(problems, "declinedOfferHours", policy.getDeclinedOfferHours(), 0);
    hours(problems, "declinedAnyHours", policy.getDeclinedAnyHours(), 0);
    problems.require(
        policy.getSilentShare() >= 0 && policy.getSilentShare() <= 1,
        "silentShare",
        policy.getSilentShare() + " is not within 0 to 1");
    problems.require(
        policy.getEffectDays() >= 1 && policy.getEffectDays() <= LONGEST_DAYS,
        "effectDays",
        "is not within 1 to " + LONGEST_DAYS);
    for (int i = 0; i < policy.getContexts().size(); i++) {
      var context = policy.getContexts().get(i);
      var path = "contexts[" + i + "]";
      problems.require(!context.getName().isBlank(), path + ".name", "is empty");
      rule(problems, path + ".rule", context.getRule());
      percent(problems, path + ".percent", context.getPercent());
    }
  }

  private static void percent(Problems problems, String field, double percent) {
    problems.require(
        percent >= -MOST_PERCENT && percent <= MOST_PERCENT,
        field,
        percent + " is not within -" + (int) MOST_PERCENT + " to " + (int) MOST_PERCENT);
  }

  private static void hours(Problems problems, String field, int hours, int least) {
    problems.require(
        hours >= least && hours <= LONGEST_HOURS,
        field,
        "is not within " + least + " to " + LONGEST_HOURS);
  }

  private static void rule(Problems problems, String field, String rule) {
    if (rule == null) {
      return;
    }
    if (rule.length() > LONGEST_RULE) {
      problems.add(field, "is longer than " + LONGEST_RULE + " characters");
      return;
    }
    try {
      OfferRule.of(rule);
    } catch (InvalidRuleException e) {
      problems.add(field, e.getMessage());
    }
  }
}
