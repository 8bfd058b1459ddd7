package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.HashSet;
import java.util.Set;

/** The calls, visits, orders and others counted so far. */
final class Units {
  private final Set<Unit> begun = new HashSet<>(4);

  private record Unit(Touch.Kind kind, String unitId) {}

  /** Adds the unit of an interaction; returns whether it is new. */
  boolean add(Touch interaction) {
    return begun.add(new Unit(interaction.kind(), interaction.unitId()));
  }
}
