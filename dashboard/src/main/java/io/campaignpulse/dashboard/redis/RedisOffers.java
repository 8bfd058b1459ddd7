package io.campaignpulse.dashboard.redis;

import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.Opportunity;
import java.util.HashMap;
import java.util.List;

/** How offers do as it stands in Redis: one round trip for a question. */
public final class RedisOffers implements OfferStore {
  private final Redis redis;

  public RedisOffers(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Standing standing() {
    return redis.pipelined(
        reads -> {
          var texts = reads.hgetAll(RedisKeys.OFFERS);
          var effect = reads.get(RedisKeys.OFFER_EFFECT);
          return () -> {
            var figures = new HashMap<String, OfferFigures>();
            texts
                .get()
                .forEach(
                    (id, text) -> figures.put(id, RedisFigures.parse(text, OfferFigures.class)));
            return new Standing(
                figures,
                effect.get() == null
                    ? OfferEffect.NONE
                    : RedisFigures.parse(effect.get(), OfferEffect.class));
          };
        });
  }

  @Override
  public List<Opportunity> opportunities() {
    return redis.ask(client -> client.hvals(RedisKeys.OPPORTUNITIES)).stream()
        .map(text -> RedisFigures.parse(text, Opportunity.class))
        .toList();
  }
}
