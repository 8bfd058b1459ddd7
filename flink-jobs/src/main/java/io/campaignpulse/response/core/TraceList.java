package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of one customer's share of one campaign can be listed. */
final class TraceList {
  private final List<Trace> traces = new ArrayList<>(4);
  private final Map<String, Integer> orders = new HashMap<>(2);

  void add(Contact contact) {
    traces.add(Trace.of(contact));
  }

  /** Takes a credited interaction: it begins a unit, or an order that is known has more. */
  void add(Touch interaction, boolean direct, boolean begins) {
    if (begins) {
      if (interaction.kind() == Touch.Kind.ORDER) {
        orders.put(interaction.unitId(), traces.size());
      }
      traces.add(Trace.of(interaction, direct));
    } else if (interaction.kind() == Touch.Kind.ORDER) {
      int place = orders.get(interaction.unitId());
      traces.set(place, traces.get(place).more(interaction.amountMinor()));
    }
  }

  List<Trace> list() {
    return traces;
  }
}
