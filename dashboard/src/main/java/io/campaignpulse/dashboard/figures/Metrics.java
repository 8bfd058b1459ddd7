package io.campaignpulse.dashboard.figures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Writes a campaign's totals and breakdowns. */
public final class Metrics {
  private final FiguresJson json;

  public Metrics(FiguresJson json) {
    this.json = json;
  }

  /**
   * @param campaign null while it is not defined
   * @param figures null while there are none
   */
  public ObjectNode write(String campaignId, Campaign campaign, CampaignFigures figures) {
    var shown = figures == null ? none(campaignId) : figures;
    var metrics = JsonNodeFactory.instance.objectNode();
    metrics.put("campaignId", campaignId);
    metrics.put("asOf", figures == null ? null : Instant.ofEpochMilli(shown.asOf()).toString());
    metrics.put("version", shown.version());
    metrics.set("totals", json.totals(shown.totals(), campaign));
    metrics.set("byChannel", parts(shown.byChannel(), campaign));
    metrics.set("byVariant", parts(shown.byVariant(), campaign));
    metrics.set("byTier", parts(shown.byTier(), campaign));
    metrics.set("bySegment", parts(shown.bySegment(), campaign));
    return metrics;
  }

  private ObjectNode parts(Map<String, Tally> tallies, Campaign campaign) {
    var parts = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(tallies).forEach((name, tally) -> parts.set(name, json.part(tally, campaign)));
    return parts;
  }

  private static CampaignFigures none(String campaignId) {
    return new CampaignFigures(
        campaignId, 0, 0, null, new Tally(), Map.of(), Map.of(), Map.of(), Map.of());
  }
}
