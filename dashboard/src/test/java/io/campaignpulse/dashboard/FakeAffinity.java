package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.AffinityStore;
import io.campaignpulse.events.views.Affinity.Count;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Affinity.Pair;
import io.campaignpulse.events.views.Affinity.Partner;
import io.campaignpulse.events.views.Affinity.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is bought together, in memory. */
final class FakeAffinity implements AffinityStore {
  final Map<Kind, Total> baskets = new ConcurrentHashMap<>();
  final Map<String, Count> inBaskets = new ConcurrentHashMap<>();
  final List<Pair> pairs = new CopyOnWriteArrayList<>();
  volatile int partnersLeftOut;
  private final FakeLine line;

  FakeAffinity(FakeLine line) {
    this.line = line;
  }

  @Override
  public Around around(Kind kind, String item) {
    line.check();
    var partners = new ArrayList<Partner>();
    for (var pair : pairs) {
      if (pair.one().equals(item) || pair.other().equals(item)) {
        var other = pair.one().equals(item) ? pair.other() : pair.one();
        partners.add(new Partner(other, pair.baskets(), pair.recent()));
      }
    }
    return new Around(
        baskets.getOrDefault(kind, Total.NONE),
        inBaskets.getOrDefault(item, Count.NONE),
        partners,
        partners.size() + partnersLeftOut,
        inBaskets);
  }

  @Override
  public Strong strongest(Kind kind) {
    line.check();
    return new Strong(baskets.getOrDefault(kind, Total.NONE), pairs, inBaskets);
  }
}
