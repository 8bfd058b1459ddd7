package io.campaignpulse.dashboard.breakdown;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.figures.FiguresJson;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.FigureStore.Cells;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.Tally;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what a campaign's figures are made of: channels, segments, and the newest interactions. */
public final class Breakdowns {
  private final ReferenceStore references;
  private final FigureStore figures;
  private final FiguresJson json;
  private final NewestJson newest;

  public Breakdowns(
      ReferenceStore references, FigureStore figures, CustomerStore customers, Currency currency) {
    this.references = references;
    this.figures = figures;
    this.json = new FiguresJson(currency);
    this.newest = new NewestJson(references, customers, currency);
  }

  /**
   * A slice of a campaign; empty if nothing is known of the campaign. Where nobody is, there are
   * zeros: somebody may be the next moment.
   */
  public Optional<ObjectNode> find(String campaignId, Slice slice) {
    var campaign = (Campaign) references.find(ReferenceKind.CAMPAIGNS, campaignId).orElse(null);
    var known = figures.figures(List.of(campaignId)).get(campaignId);
    return campaign == null && known == null
        ? Optional.empty()
        : Optional.of(write(campaignId, campaign, known, slice));
  }

  private ObjectNode write(
      String campaignId, Campaign campaign, CampaignFigures known, Slice slice) {
    var cells = known == null ? Cells.NONE : figures.cells(campaignId);
    var breakdown = JsonNodeFactory.instance.objectNode();
    breakdown.put("campaignId", campaignId);
    breakdown.put("channel", slice.channel()).put("segment", slice.segment());
    breakdown.put("asOf", known == null ? null : Instant.ofEpochMilli(known.asOf()).toString());
    breakdown.put("version", known == null ? 0 : known.version());
    breakdown.set("totals", totals(campaign, known, slice, cells));
    if (slice.channel() == null) {
      breakdown.set("byChannel", parts(slice.by(cells, CellFigures::channel), campaign));
    }
    if (slice.segment() == null) {
      breakdown.set("bySegment", parts(slice.by(cells, CellFigures::segment), campaign));
    }
    newest.write(breakdown, slice, cells);
    return breakdown;
  }

  /** Of all of a campaign the figures are at hand, and not as old as those of its cells. */
  private ObjectNode totals(Campaign campaign, CampaignFigures known, Slice slice, Cells cells) {
    return slice.whole()
        ? json.totals(known == null ? new Tally() : known.totals(), campaign)
        : json.part(slice.figures(cells), campaign);
  }

  private ObjectNode parts(Map<String, Tally> tallies, Campaign campaign) {
    var parts = JsonNodeFactory.instance.objectNode();
    tallies.forEach((name, tally) -> parts.set(name, json.part(tally, campaign)));
    return parts;
  }
}
