package io.campaignpulse.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.OfferPolicy;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.avro.ValueModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** The checks that reference data passes. People type it, so a misspelt field is refused too. */
public final class ReferenceDoor {
  private final Currency currency;
  private final OfferChecks offers;

  public ReferenceDoor(Currency currency) {
    this.currency = currency;
    this.offers = new OfferChecks(currency);
  }

  public SpecificRecord admit(ReferenceKind kind, JsonNode json) throws InvalidRecordException {
    refuseUnknown(kind, json);
    return admit(kind, kind.codec().fromJson(json));
  }

  /** Normalises the record in place. */
  public <T extends SpecificRecord> T admit(ReferenceKind kind, T message)
      throws InvalidRecordException {
    var problems = new Problems();
    var id = kind.id(message);
    problems.require(!id.isBlank(), kind.idField(), "is empty");
    problems.require(id.length() <= 256, kind.idField(), "is longer than 256 characters");
    if (message instanceof Campaign campaign) {
      campaign(problems, campaign);
    } else if (message instanceof Customer customer) {
      customer(problems, customer);
    } else if (message instanceof ValueModel model) {
      ValueModels.check(problems, model);
    } else if (message instanceof PriorityWeights weights) {
      Weights.check(problems, weights);
    } else if (message instanceof RoutingRules rules) {
      Rules.check(problems, rules);
    } else if (message instanceof Offer offer) {
      offers.check(problems, offer);
    } else if (message instanceof OfferPolicy policy) {
      OfferChecks.check(problems, policy);
    }
    problems.throwIfAny();
    return message;
  }

  private static void refuseUnknown(ReferenceKind kind, JsonNode json)
      throws InvalidRecordException {
    var unknown = new TreeSet<String>();
    json.fieldNames().forEachRemaining(unknown::add);
    kind.codec().schema().getFields().forEach(field -> unknown.remove(field.name()));
    if (!unknown.isEmpty()) {
      throw new InvalidRecordException(
          unknown.stream()
              .map(name -> new FieldError(name, "is not a field of " + kind.topic()))
              .toList());
    }
  }

  private void campaign(Problems problems, Campaign campaign) {
    problems.require(!campaign.getName().isBlank(), "name", "is empty");
    Instant starts = campaign.getStartsAt();
    problems.require(
        !campaign.getEndsAt().isBefore(starts), "endsAt", "must not be before startsAt");
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
      var length = Duration.parse(window);
      problems.require(!length.isNegative(), "responseWindow", "must not be negative");
      problems.require(
          length.compareTo(Duration.ofDays(3660)) <= 0,
          "responseWindow",
          "is longer than ten years");
    } catch (DateTimeParseException e) {
      problems.add(
          "responseWindow", "\"" + window + "\" is not an ISO-8601 duration such as P14D or PT36H");
    }
  }

  private static void plan(Problems problems, Campaign campaign) {
    for (int i = 0; i < campaign.getPlannedResponseCurve().size(); i++) {
      var point = campaign.getPlannedResponseCurve().get(i);
      var path = "plannedResponseCurve[" + i + "]";
      share(problems, path + ".share", point.getShare());
      try {
        Duration.parse(point.getAfter());
      } catch (DateTimeParseException e) {
        problems.add(path + ".after", "\"" + point.getAfter() + "\" is not an ISO-8601 duration");
      }
    }
  }

  private static void share(Problems problems, String field, Double share) {
    problems.require(
        share == null || (share >= 0 && share <= 1), field, share + " is not within 0 to 1");
  }

  private static void customer(Problems problems, Customer customer) {
    customer.setPhones(normalised(problems, "phones", customer.getPhones(), Identities::phone));
    customer.setEmails(normalised(problems, "emails", customer.getEmails(), Identities::email));
  }

  private static List<String> normalised(
      Problems problems, String field, List<String> given, UnaryOperator<String> rule) {
    var out = new ArrayList<String>();
    for (int i = 0; i < given.size(); i++) {
      try {
        out.add(rule.apply(given.get(i)));
      } catch (IllegalArgumentException e) {
        problems.add(field + "[" + i + "]", e.getMessage());
      }
    }
    return out;
  }
}
