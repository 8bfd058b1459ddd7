package io.campaignpulse.offers;

import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import java.util.Collection;
import java.util.TreeMap;

/** Sums of news of offers. */
final class OfferSums {
  private final TreeMap<String, OfferFigures> figures = new TreeMap<>();
  private OfferEffect effect;

  void add(OfferNews news) {
    if (news.figures() != null) {
      figures.merge(news.figures().offerId(), news.figures(), OfferFigures::plus);
    }
    if (news.effect() != null) {
      effect = effect == null ? news.effect() : effect.plus(news.effect());
    }
  }

  Collection<OfferFigures> figures() {
    return figures.values();
  }

  OfferFigures figures(String offerId) {
    return figures.get(offerId);
  }

  /** Null for none. */
  OfferEffect effect() {
    return effect;
  }

  void clear() {
    figures.clear();
    effect = null;
  }
}
