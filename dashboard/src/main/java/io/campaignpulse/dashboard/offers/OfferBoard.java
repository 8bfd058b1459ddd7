package io.campaignpulse.dashboard.offers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.affinity.ProductNames;
import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.Money;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.views.OfferFigures;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Says how every offer does, and what offers do at all. */
public final class OfferBoard {
  private final ReferenceStore references;
  private final OfferStore store;
  private final ProductNames names;
  private final FigureStore arrivals;
  private final Currency currency;
  private final Clock clock;
  private final EffectJson effects;

  public OfferBoard(
      ReferenceStore references,
      OfferStore store,
      FigureStore arrivals,
      Currency currency,
      Clock clock) {
    this.references = references;
    this.store = store;
    this.names = new ProductNames(references);
    this.arrivals = arrivals;
    this.currency = currency;
    this.clock = clock;
    this.effects = new EffectJson(currency);
  }

  /** All offers by id. */
  public ObjectNode all() {
    var now = EventTime.now(arrivals.arrivals(), clock.instant());
    var standing = store.standing();
    var json = JsonNodeFactory.instance.objectNode().put("asOf", now.toString());
    var list = json.putArray("offers");
    var offers = references.offers();
    var products = names.of(products(offers));
    for (var offer : offers) {
      var id = offer.getOfferId();
      var figures = standing.figures().getOrDefault(id, OfferFigures.none(id));
      list.add(write(offer, figures, now).put("productName", products.get(offer.getProductId())));
    }
    json.set("effect", effects.write(standing.effect()));
    return json;
  }

  private static List<String> products(List<Offer> offers) {
    return offers.stream().map(Offer::getProductId).filter(Objects::nonNull).distinct().toList();
  }

  private ObjectNode write(Offer offer, OfferFigures figures, Instant now) {
    var json = ReferenceKind.OFFERS.codec().toJson(offer);
    json.put("live", isLive(offer, figures, now));
    var told = json.putObject("figures");
    told.put("decided", figures.decided()).put("presented", figures.presented());
    told.put("accepted", figures.accepted()).put("declined", figures.declined());
    told.put("acceptanceRate", rate(figures));
    told.put("revenue", Money.fromMinor(figures.revenueMinor(), currency).toPlainString());
    var blocked = told.putObject("blocked");
    new TreeMap<>(figures.blocked()).forEach((rule, times) -> blocked.put(rule.name(), times));
    return json;
  }

  private static Double rate(OfferFigures figures) {
    return figures.presented() == 0 ? null : (double) figures.accepted() / figures.presented();
  }

  private static boolean isLive(Offer offer, OfferFigures figures, Instant now) {
    return (offer.getStartsAt() == null || !offer.getStartsAt().isAfter(now))
        && (offer.getEndsAt() == null || !offer.getEndsAt().isBefore(now))
        && (offer.getQuantityCap() == null || figures.accepted() < offer.getQuantityCap());
  }
}
