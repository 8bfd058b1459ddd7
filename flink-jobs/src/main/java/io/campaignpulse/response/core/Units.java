package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.List;

/** The calls, visits, orders and others counted so far, each by the event that began it. */
final class Units {
  private final List<Touch> begun = new ArrayList<>(2);
  private final Hashes ids = new Hashes();

  /** The event that began the unit of this one; null if the unit is new. */
  Touch first(Touch interaction) {
    var id = interaction.unitId();
    int hash = id.hashCode();
    for (int at = ids.next(hash, 0); at >= 0; at = ids.next(hash, at + 1)) {
      var first = begun.get(at);
      if (first.kind() == interaction.kind() && first.unitId().equals(id)) {
        return first;
      }
    }
    return null;
  }

  void add(Touch interaction) {
    ids.add(begun.size(), interaction.unitId().hashCode());
    begun.add(interaction);
  }
}
