package io.campaignpulse.offers.core;

import io.campaignpulse.events.avro.Cap;
import io.campaignpulse.events.avro.CapScope;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.ingest.core.Touch;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says which rule of the policy forbids an offer to a customer at a moment. What was proposed
 * counts, whether or not anybody says that it was presented: so nobody can get more than the policy
 * allows, however late that is told. Windows reach to both sides of the moment, as moments may come
 * out of order.
 */
final class Restraint {
  private final Policy policy;
  private final Customer customer;
  private final Trigger moment;

  Restraint(Policy policy, Customer customer, Trigger moment) {
    this.policy = policy;
    this.customer = customer;
    this.moment = moment;
  }

  /** A rule that forbids, and what exactly it says. */
  record Verdict(Silence rule, String detail) {}

  /** The rule that forbids every offer; null for none. */
  Verdict any() {
    if (customer.profile().marketingOptOut()) {
      return new Verdict(Silence.OPTED_OUT, "marketingOptOut");
    }
    if (customer.profile().doNotCall() && Trigger.calls(moment.channel())) {
      return new Verdict(Silence.OPTED_OUT, "doNotCall");
    }
    if (customer.complains()) {
      return new Verdict(Silence.OPEN_COMPLAINT, null);
    }
    if (said(Act.DECLINED, policy.declinedAnyMillis(), touch -> true)) {
      return new Verdict(Silence.DECLINED_LATELY, null);
    }
    var cap = reached(CapScope.CUSTOMER, touch -> true);
    if (cap != null) {
      return new Verdict(Silence.CUSTOMER_CAP, words(cap));
    }
    var onChannel = moment.channel() == null ? null : reached(CapScope.CHANNEL, this::onChannel);
    return onChannel == null ? null : new Verdict(Silence.CHANNEL_CAP, words(onChannel));
  }

  /** The rule that forbids one offer; null for none. */
  Verdict of(String offerId) {
    Predicate<Touch> same = touch -> offerId.equals(touch.trade().offerId());
    if (said(Act.ACCEPTED, policy.declinedOfferMillis(), same)) {
      return new Verdict(Silence.ACCEPTED_BEFORE, null);
    }
    if (said(Act.DECLINED, policy.declinedOfferMillis(), same)) {
      return new Verdict(Silence.DECLINED_OFFER, null);
    }
    for (var cap : policy.caps(CapScope.OFFER)) {
      if (proposed(cap, same) >= cap.getMost()) {
        return new Verdict(Silence.OFFER_CAP, words(cap));
      }
    }
    return null;
  }

  private boolean onChannel(Touch touch) {
    return moment.channel().equals(touch.channel());
  }

  private boolean said(Act act, long millis, Predicate<Touch> which) {
    return customer.dealings().stream()
        .anyMatch(touch -> touch.act() == act && within(touch, millis) && which.test(touch));
  }

  /** A cap of this scope that allows no more; null for none. */
  private Cap reached(CapScope scope, Predicate<Touch> counts) {
    for (var cap : policy.caps(scope)) {
      long times = proposed(cap, counts) + contacted(cap, counts);
      if (times >= cap.getMost()) {
        return cap;
      }
    }
    return null;
  }

  private long proposed(Cap cap, Predicate<Touch> counts) {
    return count(
        customer.dealings(),
        touch -> touch.act() == Act.PROPOSED && counts.test(touch),
        Duration.ofHours(cap.getHours()).toMillis());
  }

  private long contacted(Cap cap, Predicate<Touch> counts) {
    return policy.countsContacts()
        ? count(customer.contacts(), counts, Duration.ofHours(cap.getHours()).toMillis())
        : 0;
  }

  private long count(List<Touch> touches, Predicate<Touch> counts, long millis) {
    return touches.stream().filter(touch -> within(touch, millis) && counts.test(touch)).count();
  }

  private boolean within(Touch touch, long millis) {
    return Math.abs(moment.at() - touch.at()) < millis;
  }

  private static String words(Cap cap) {
    return cap.getMost() + " in " + cap.getHours() + " h";
  }
}
