package io.campaignpulse.offers.core;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.OfferPolicy;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.OfferFigures;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is the same for all customers: offers, how they were taken, the policy and the products. */
public final class OfferBoard {
  private final TreeMap<String, LiveOffer> offers = new TreeMap<>();
  private final Map<String, OfferFigures> figures = new HashMap<>();
  private final Wares wares = new Wares();
  private final Together together = new Together();
  private Policy policy = new Policy(defaults());

  private static OfferPolicy defaults() {
    return ReferenceKind.OFFER_POLICIES.byDefault(OfferPolicy.class);
  }

  public void policy(OfferPolicy newest) {
    policy = new Policy(newest);
  }

  public Policy policy() {
    return policy;
  }

  public void offer(Offer newest) {
    offers.put(newest.getOfferId(), LiveOffer.of(newest));
  }

  /** The products. */
  public Wares wares() {
    return wares;
  }

  public void learned(OfferFigures newest) {
    figures.put(newest.offerId(), newest);
  }

  /** What belongs together. */
  public Together together() {
    return together;
  }

  /** Whether what is offered goes with what a moment is about. */
  boolean complements(LiveOffer offer, Trigger moment) {
    var product = offer.offer().getProductId();
    var category = offer.offer().getCategory();
    return product != null && together.goesWith(Kind.PRODUCT, product, moment.about())
        || category != null && together.goesWith(Kind.CATEGORY, category, moment.about());
  }

  OfferFigures figures(String offerId) {
    return figures.getOrDefault(offerId, OfferFigures.none(offerId));
  }

  /** The category of a product; null where it is not known. */
  public String category(String productId) {
    return wares.of(productId).category();
  }

  /** After what time a product wants to be replaced; null for never. */
  public Period cycle(String productId) {
    return wares.of(productId).cycle();
  }

  /** Whether there is anything by which opportunities could be found. */
  public boolean sized() {
    return !offers.isEmpty() || !wares.none();
  }

  /** Whether no offer was ever defined. */
  public boolean none() {
    return offers.isEmpty();
  }

  /** Whether there is anything to think of at a moment of event time. */
  public boolean anyAt(long at) {
    for (var offer : offers.values()) {
      if (offer.runs(at)) {
        return true;
      }
    }
    return false;
  }

  Collection<LiveOffer> at(long at) {
    return offers.values().stream().filter(offer -> offer.runs(at)).toList();
  }

  /** The products that something is about, and their categories. */
  public List<String> about(Collection<String> productIds) {
    var about = new ArrayList<String>(productIds);
    for (var product : productIds) {
      var category = category(product);
      if (category != null && !about.contains(category)) {
        about.add(category);
      }
    }
    return about;
  }
}
