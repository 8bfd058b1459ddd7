package io.campaignpulse.dashboard.affinity;

import io.campaignpulse.events.views.Affinity.Count;
import io.campaignpulse.events.views.Affinity.Pair;
import io.campaignpulse.events.views.Affinity.Partner;
import io.campaignpulse.events.views.Affinity.Total;
import java.util.Locale;

/** Which baskets are looked at. */
public enum Range {
  ALL,
  /** Those of the last days only. */
  RECENT;

  long of(Total total) {
    return this == ALL ? total.baskets() : total.recent();
  }

  long of(Count count) {
    return this == ALL ? count.baskets() : count.recent();
  }

  long of(Partner partner) {
    return this == ALL ? partner.baskets() : partner.recent();
  }

  long of(Pair pair) {
    return this == ALL ? pair.baskets() : pair.recent();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
