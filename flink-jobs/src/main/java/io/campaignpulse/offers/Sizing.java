package io.campaignpulse.offers;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Opportunity;
import io.campaignpulse.offers.core.Opportunities;
import io.campaignpulse.offers.core.Opportunities.Found;
import io.campaignpulse.serving.ViewWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts together what the passes found that could be sold, and serves what changed of it. Not kept,
 * as each start begins with a pass over all.
 */
final class Sizing {
  private final Map<Integer, OpportunityShare> shares = new HashMap<>();
  private final Map<String, Opportunity> served = new TreeMap<>();
  private boolean first = true;

  void add(OpportunityShare share) {
    shares.put(share.subtask(), share);
    shares.values().removeIf(other -> other.of() != share.of());
  }

  /** All is served again. */
  void again() {
    served.clear();
    first = true;
  }

  /** Serves what changed once all subtasks have told. */
  void serve(Consumer<ViewWrite> views) {
    var any = shares.values().stream().findAny();
    if (any.isEmpty() || shares.size() < any.get().of()) {
      return;
    }
    if (first) {
      first = false;
      views.accept(ViewWrite.gone(RedisKeys.OPPORTUNITIES));
    }
    var now = now();
    served.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(name -> views.accept(ViewWrite.gone(RedisKeys.OPPORTUNITIES, name)));
    now.forEach(
        (name, opportunity) -> {
          if (!opportunity.equals(served.get(name))) {
            views.accept(ViewWrite.of(RedisKeys.OPPORTUNITIES, name, opportunity, null, null));
          }
        });
    served.clear();
    served.putAll(now);
  }

  private Map<String, Opportunity> now() {
    long orders = 0;
    long spent = 0;
    var parts = new ArrayList<Found>();
    for (var share : shares.values()) {
      orders += share.orders();
      spent += share.spentMinor();
      parts.addAll(share.found());
    }
    long average = orders == 0 ? 0 : Math.round((double) spent / orders);
    var now = new TreeMap<String, Opportunity>();
    for (var found : Opportunities.together(parts)) {
      var view = found.view(average);
      now.put(view.name(), view);
    }
    return now;
  }
}
