package io.campaignpulse.standalone.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.util.HashMap;
import java.util.Map;

/** How many interactions the campaigns of a load show, by what was seen of each last. */
final class Interactions {
  private final String campaignPrefix;
  private final Map<String, Long> byCampaign = new HashMap<>();
  private long total;

  Interactions(String campaignPrefix) {
    this.campaignPrefix = campaignPrefix;
  }

  boolean counts(String campaignId) {
    return campaignId.startsWith(campaignPrefix);
  }

  /** Takes a campaign's headline, as the pages and scripts get it. */
  void take(JsonNode headline) {
    var figures = headline.path("figures");
    take(
        headline.path("campaignId").asText(),
        figures.path("calls").asLong()
            + figures.path("visits").asLong()
            + figures.path("orders").asLong());
  }

  void take(String campaignId, Tally totals) {
    take(
        campaignId,
        totals.get(Figure.CALLS) + totals.get(Figure.VISITS) + totals.get(Figure.ORDERS));
  }

  private void take(String campaignId, long count) {
    if (counts(campaignId)) {
      var before = byCampaign.put(campaignId, count);
      total += count - (before == null ? 0 : before);
    }
  }

  long total() {
    return total;
  }
}
