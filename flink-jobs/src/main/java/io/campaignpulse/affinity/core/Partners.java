package io.campaignpulse.affinity.core;

import io.campaignpulse.events.views.Affinity;
import io.campaignpulse.events.views.Affinity.Partner;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what some items were together with, in one look through all pairs. */
public final class Partners {
  private static final int MOST = 1_000;

  private static final Comparator<Partner> MOST_FIRST =
      Comparator.comparingLong(Partner::baskets).reversed().thenComparing(Partner::item);

  private Partners() {}

  /** What is served of each of the items. */
  public static List<Affinity.Partners> of(Affinities affinities, IntCollection items) {
    var found = new Int2ObjectOpenHashMap<List<Partner>>(items.size());
    items.forEach(item -> found.put(item, new ArrayList<>()));
    affinities
        .all()
        .each(
            (one, other, baskets) -> {
              add(affinities, found.get(one), one, other, baskets);
              add(affinities, found.get(other), other, one, baskets);
            });
    var served = new ArrayList<Affinity.Partners>(items.size());
    found.forEach((item, partners) -> served.add(served(affinities.name(item), partners)));
    return served;
  }

  private static void add(
      Affinities affinities, List<Partner> partners, int item, int other, int baskets) {
    if (partners != null) {
      int recent = affinities.recent().of(item, other);
      partners.add(new Partner(affinities.name(other), baskets, recent));
    }
  }

  private static Affinity.Partners served(String item, List<Partner> partners) {
    partners.sort(MOST_FIRST);
    var most = partners.size() > MOST ? List.copyOf(partners.subList(0, MOST)) : partners;
    return new Affinity.Partners(item, most, partners.size());
  }
}
