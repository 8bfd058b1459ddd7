package io.campaignpulse.dashboard.figures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Rates;
import io.campaignpulse.events.views.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Writes a campaign as one row of the list: its record, its totals, its lift and its last hour. */
public final class Headlines {
  private static final int MINUTES = 60;

  private final FiguresJson json;

  public Headlines(FiguresJson json) {
    this.json = json;
  }

  /** The epoch minutes that a headline's last hour is made of. */
  public static List<Long> lastHour(Instant eventNow) {
    var last = EventTime.minute(eventNow);
    return LongStream.rangeClosed(last - MINUTES + 1, last).boxed().toList();
  }

  /**
   * @param figures null while the campaign has none
   * @param minutes its figures by epoch minute, at least those of the last hour
   */
  public ObjectNode write(
      Campaign campaign, CampaignFigures figures, Map<Long, Tally> minutes, Instant eventNow) {
    var row = JsonNodeFactory.instance.objectNode();
    row.put("campaignId", campaign.getCampaignId()).put("name", campaign.getName());
    row.set("campaign", ReferenceKind.CAMPAIGNS.codec().toJson(campaign));
    row.put("status", status(campaign, eventNow));
    var channels = row.putArray("channels");
    if (figures != null) {
      var named = new TreeSet<>(figures.byChannel().keySet());
      named.remove(CampaignFigures.NONE);
      named.forEach(channels::add);
    }
    row.set("figures", json.totals(figures == null ? new Tally() : figures.totals(), campaign));
    var groups = Groups.of(campaign, figures);
    row.set("lift", LiftJson.headline(groups, groups.ratio(campaign)));
    row.set("lastHour", hour(campaign, minutes, eventNow));
    row.put("asOf", figures == null ? null : Instant.ofEpochMilli(figures.asOf()).toString());
    row.put("version", figures == null ? 0 : figures.version());
    return row;
  }

  private static String status(Campaign campaign, Instant eventNow) {
    if (eventNow.isBefore(campaign.getStartsAt())) {
      return "PLANNED";
    }
    return eventNow.isAfter(campaign.getEndsAt()) ? "ENDED" : "RUNNING";
  }

  private static ObjectNode hour(Campaign campaign, Map<Long, Tally> minutes, Instant eventNow) {
    var hour = JsonNodeFactory.instance.objectNode();
    var wanted = lastHour(eventNow);
    hour.put("from", EventTime.ofMinute(wanted.get(0)).toString()).put("step", "PT1M");
    var responders = hour.putArray("responders");
    var visits = hour.putArray("visits");
    for (var minute : wanted) {
      var tally = minutes.getOrDefault(minute, new Tally());
      responders.add(Rates.responders(tally, campaign.getAudienceSize()));
      visits.add(tally.get(Figure.VISITS));
    }
    return hour;
  }
}
