package io.campaignpulse.offers.core;

import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Affinity.Pair;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What belongs together, by what customers buy. */
public final class Together {
  private final Map<Kind, List<Pair>> pairs = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<String, Set<String>>> partners = new EnumMap<>(Kind.class);

  public void take(Kind kind, List<Pair> newest) {
    var found = new HashMap<String, Set<String>>();
    for (var pair : newest) {
      found.computeIfAbsent(pair.one(), item -> new HashSet<>()).add(pair.other());
      found.computeIfAbsent(pair.other(), item -> new HashSet<>()).add(pair.one());
    }
    pairs.put(kind, List.copyOf(newest));
    partners.put(kind, found);
  }

  /** The strongest pairs of a kind, the strongest first. */
  public List<Pair> pairs(Kind kind) {
    return pairs.getOrDefault(kind, List.of());
  }

  /** Whether an item belongs together with one of others. */
  boolean goesWith(Kind kind, String item, List<String> others) {
    var known = partners.getOrDefault(kind, Map.of()).get(item);
    return known != null && others.stream().anyMatch(known::contains);
  }
}
