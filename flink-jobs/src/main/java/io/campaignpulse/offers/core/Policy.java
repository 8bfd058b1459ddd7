package io.campaignpulse.offers.core;

import io.campaignpulse.events.avro.Cap;
import io.campaignpulse.events.avro.CapScope;
import io.campaignpulse.events.avro.ContextWeight;
import io.campaignpulse.events.avro.OfferPolicy;
import io.campaignpulse.events.offers.InvalidRuleException;
import io.campaignpulse.events.offers.OfferRule;
import java.time.Duration;
import java.util.List;

/** How often offers may be made, to whom none is, and what a moment adds to an offer's weight. */
public final class Policy {
  private final OfferPolicy given;
  private final List<Context> contexts;

  /** A weight of the moment. */
  record Context(String name, OfferRule rule, double percent) {
    static Context of(ContextWeight weight) {
      try {
        return new Context(weight.getName(), OfferRule.of(weight.getRule()), weight.getPercent());
      } catch (InvalidRuleException e) {
        throw new IllegalStateException("what was checked before: " + weight.getName(), e);
      }
    }
  }

  public Policy(OfferPolicy given) {
    this.given = given;
    this.contexts = given.getContexts().stream().map(Context::of).toList();
  }

  List<Context> contexts() {
    return contexts;
  }

  String seed() {
    return given.getSeed();
  }

  /** For so long after a customer's first chance their purchases count for the effect. */
  public long effectMillis() {
    return Duration.ofDays(given.getEffectDays()).toMillis();
  }

  /** Whether the customer is of the share that gets no offer: always the same ones. */
  public boolean silent(String customerId) {
    return Chance.even(given.getSeed() + " silent " + customerId) < given.getSilentShare();
  }

  boolean countsContacts() {
    return given.getCountContacts();
  }

  long declinedAnyMillis() {
    return Duration.ofHours(given.getDeclinedAnyHours()).toMillis();
  }

  long declinedOfferMillis() {
    return Duration.ofHours(given.getDeclinedOfferHours()).toMillis();
  }

  /** The caps of one scope. */
  List<Cap> caps(CapScope scope) {
    return given.getCaps().stream().filter(cap -> cap.getScope() == scope).toList();
  }
}
