package io.campaignpulse.dashboard.affinity;

import java.util.Comparator;
import java.util.Locale;

/** In which order the partners of an item are told, the strongest first. */
public enum Sort {
  LIFT(Comparator.comparingDouble(pair -> pair.association().lift().orElse(0))),
  SUPPORT(Comparator.comparingDouble(pair -> pair.association().support().orElse(0)));

  private final Comparator<Partnered> order;

  Sort(Comparator<Partnered> weakestFirst) {
    this.order =
        weakestFirst
            .reversed()
            .thenComparing(pair -> pair.association().together(), Comparator.reverseOrder())
            .thenComparing(Partnered::item);
  }

  Comparator<Partnered> order() {
    return order;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an item was bought with, and how the two go together. */
  record Partnered(String item, Association association) {}
}
