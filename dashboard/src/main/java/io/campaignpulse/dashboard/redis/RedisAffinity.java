package io.campaignpulse.dashboard.redis;

import io.campaignpulse.dashboard.ports.AffinityStore;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Affinity.Count;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Affinity.Partner;
import io.campaignpulse.events.views.Affinity.Partners;
import io.campaignpulse.events.views.Affinity.Strongest;
import io.campaignpulse.events.views.Affinity.Total;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is bought together as it stands in Redis: two round trips for a question. */
public final class RedisAffinity implements AffinityStore {
  private final Redis redis;

  public RedisAffinity(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Around around(Kind kind, String item) {
    Around found =
        redis.pipelined(
            reads -> {
              var total = reads.get(RedisKeys.affinityTotal(kind));
              var count = reads.hget(RedisKeys.affinityItems(kind), item);
              var partners = reads.hget(RedisKeys.affinityPartners(kind), item);
              return () -> {
                var with = parse(partners.get(), Partners.class, new Partners(item, List.of()));
                return new Around(
                    parse(total.get(), Total.class, Total.NONE),
                    parse(count.get(), Count.class, Count.NONE),
                    with.partners(),
                    with.inAll(),
                    Map.of());
              };
            });
    var items = found.partners().stream().map(Partner::item).toList();
    return new Around(
        found.total(), found.count(), found.partners(), found.partnersInAll(), counts(kind, items));
  }

  @Override
  public Strong strongest(Kind kind) {
    Strong found =
        redis.pipelined(
            reads -> {
              var total = reads.get(RedisKeys.affinityTotal(kind));
              var pairs = reads.get(RedisKeys.affinityStrongest(kind));
              return () ->
                  new Strong(
                      parse(total.get(), Total.class, Total.NONE),
                      parse(pairs.get(), Strongest.class, new Strongest(List.of())).pairs(),
                      Map.of());
            });
    var items = new TreeSet<String>();
    for (var pair : found.pairs()) {
      items.add(pair.one());
      items.add(pair.other());
    }
    return new Strong(found.total(), found.pairs(), counts(kind, items));
  }

  private Map<String, Count> counts(Kind kind, Collection<String> items) {
    if (items.isEmpty()) {
      return Map.of();
    }
    var fields = items.toArray(String[]::new);
    var texts = redis.ask(client -> client.hmget(RedisKeys.affinityItems(kind), fields));
    var counts = new HashMap<String, Count>();
    for (int i = 0; i < fields.length; i++) {
      if (texts.get(i) != null) {
        counts.put(fields[i], RedisFigures.parse(texts.get(i), Count.class));
      }
    }
    return counts;
  }

  private static <T> T parse(String text, Class<T> type, T otherwise) {
    return text == null ? otherwise : RedisFigures.parse(text, type);
  }
}
