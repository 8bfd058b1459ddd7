package io.campaignpulse.events;

import io.campaignpulse.events.avro.Campaign;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/** The checks of campaigns. */
final class CampaignChecks {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(3660);

  private final Currency currency;

  CampaignChecks(Currency currency) {
    this.currency = currency;
  }

  void check(Problems problems, Campaign campaign) {
    problems.require(!campaign.getName().isBlank(), "name", "is empty");
    Instant starts = campaign.getStartsAt();
    problems.require(
        !campaign.getEndsAt().isBefore(starts), "endsAt", "must not be before startsAt");
    campaign.setResponseWindow(Spans.inDays(campaign.getResponseWindow()));
    window(problems, campaign.getResponseWindow());
    problems.require(
        !campaign.getResponseTypes().isEmpty(),
        "responseTypes",
        "names no type: nothing would count");
    Amounts.check(problems, "costPerContact", unitCost(campaign), currency);
    Amounts.check(problems, "fixedCost", campaign.getFixedCost(), currency);
    problems.require(
        campaign.getAudienceSize() == null || campaign.getAudienceSize() > 0,
        "audienceSize",
        "must be positive");
    share(problems, "plannedResponseRate", campaign.getPlannedResponseRate());
    share(problems, "priorityShare", campaign.getPriorityShare());
    for (int i = 0; i < campaign.getCampaignCodes().size(); i++) {
      problems.requireShort("campaignCodes[" + i + "]", campaign.getCampaignCodes().get(i));
    }
    campaign.setDialInNumbers(
        campaign.getDialInNumbers().stream().map(Identities::dialled).toList());
    plan(problems, campaign);
    PlannedShares.check(problems, campaign.getPlannedShares());
  }

  /** Sending one e-mail costs fractions of a cent: only the sign is checked. */
  private static BigDecimal unitCost(Campaign campaign) {
    var cost = campaign.getCostPerContact();
    return cost == null || cost.signum() >= 0 ? null : cost;
  }

  private static void window(Problems problems, String window) {
    try {
      var length = Spans.read(window);
      problems.require(!length.isNegative(), "responseWindow", "must not be negative");
      problems.require(
          length.compareTo(LONGEST_WINDOW) <= 0, "responseWindow", "is longer than ten years");
    } catch (IllegalArgumentException e) {
      problems.add("responseWindow", e.getMessage());
    }
  }

  private static void plan(Problems problems, Campaign campaign) {
    for (int i = 0; i < campaign.getPlannedResponseCurve().size(); i++) {
      var point = campaign.getPlannedResponseCurve().get(i);
      var path = "plannedResponseCurve[" + i + "]";
      share(problems, path + ".share", point.getShare());
      point.setAfter(Spans.inDays(point.getAfter()));
      try {
        Spans.read(point.getAfter());
      } catch (IllegalArgumentException e) {
        problems.add(path + ".after", e.getMessage());
      }
    }
  }

  private static void share(Problems problems, String field, Double share) {
    problems.require(
        share == null || (share >= 0 && share <= 1), field, share + " is not within 0 to 1");
  }
}
