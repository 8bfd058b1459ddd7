package io.campaignpulse.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.OfferPolicy;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.avro.ValueModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** The checks that reference data passes. People type it, so a misspelt field is refused too. */
public final class ReferenceDoor {
  private final CampaignChecks campaigns;
  private final OfferChecks offers;

  public ReferenceDoor(Currency currency) {
    this.campaigns = new CampaignChecks(currency);
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
    problems.requireShort(kind.idField(), id);
    Times.check(problems, message);
    if (message instanceof Campaign campaign) {
      campaigns.check(problems, campaign);
    } else if (message instanceof Customer customer) {
      customer(problems, customer);
    } else if (message instanceof Product product) {
      product(problems, product);
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
    var unknown = UnknownFields.of(kind.codec().schema(), json);
    if (!unknown.isEmpty()) {
      throw new InvalidRecordException(
          unknown.stream()
              .map(name -> new FieldError(name, "is not a field of " + kind.topic()))
              .toList());
    }
  }

  private static void customer(Problems problems, Customer customer) {
    customer.setPhones(normalised(problems, "phones", customer.getPhones(), Identities::phone));
    customer.setEmails(normalised(problems, "emails", customer.getEmails(), Identities::email));
    for (int i = 0; i < customer.getVisitorIds().size(); i++) {
      problems.requireShort("visitorIds[" + i + "]", customer.getVisitorIds().get(i));
    }
  }

  private static void product(Problems problems, Product product) {
    problems.require(!product.getName().isBlank(), "name", "is empty");
    problems.requireShort("category", product.getCategory());
    BigDecimal price = product.getPrice();
    problems.require(price == null || price.signum() >= 0, "price", "must not be negative");
    var cycle = product.getReplacementCycle();
    if (cycle == null || cycle.isBlank()) {
      product.setReplacementCycle(null);
      return;
    }
    try {
      ReplacementCycle.read(cycle);
    } catch (IllegalArgumentException e) {
      problems.add("replacementCycle", e.getMessage());
    }
  }

  private static List<String> normalised(
      Problems problems, String field, List<String> given, UnaryOperator<String> rule) {
    var out = new ArrayList<String>();
    for (int i = 0; i < given.size(); i++) {
      if (!problems.requireShort(field + "[" + i + "]", given.get(i))) {
        continue;
      }
      try {
        out.add(rule.apply(given.get(i)));
      } catch (IllegalArgumentException e) {
        problems.add(field + "[" + i + "]", e.getMessage());
      }
    }
    return out;
  }
}
