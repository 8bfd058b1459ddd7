package io.campaignpulse.dashboard.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.figures.Headlines;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the list of campaigns shows: each headline with the revision at which it last changed. A
 * campaign's figures never give way to older ones.
 */
final class Board {
  private record Row(
      Campaign campaign,
      CampaignFigures figures,
      Map<Long, Tally> minutes,
      ObjectNode headline,
      long revision) {}

  private final Headlines headlines;
  private final Map<String, Row> rows = new TreeMap<>();
  private JsonNode status = JsonNodeFactory.instance.objectNode();
  private long statusRevision;
  private long revision;

  Board(Headlines headlines) {
    this.headlines = headlines;
  }

  long revision() {
    return revision;
  }

  Campaign campaign(String id) {
    var row = rows.get(id);
    return row == null ? null : row.campaign;
  }

  /** What is known of a campaign's minutes; null for a campaign that is not on the board. */
  Map<Long, Tally> minutes(String id) {
    var row = rows.get(id);
    return row == null ? null : row.minutes;
  }

  /**
   * @param figures null if there are none now
   */
  void put(Campaign campaign, CampaignFigures figures, Map<Long, Tally> minutes, Instant now) {
    var id = campaign.getCampaignId();
    var old = rows.get(id);
    var keepOld = old != null && version(old.figures) > version(figures);
    var newest = keepOld ? old.figures : figures;
    var hour = keepOld ? old.minutes : minutes;
    var headline = headlines.write(campaign, newest, hour, now);
    var same = old != null && old.headline.equals(headline);
    rows.put(id, new Row(campaign, newest, hour, headline, same ? old.revision : ++revision));
  }

  void status(JsonNode newest) {
    if (!status.equals(newest)) {
      status = newest;
      statusRevision = ++revision;
    }
  }

  /** Everything, or what changed after the revision; the status only if it did. */
  ObjectNode since(long seen) {
    var changes = JsonNodeFactory.instance.objectNode();
    var changed = changes.putArray("campaigns");
    rows.values().stream()
        .filter(row -> row.revision > seen)
        .forEach(row -> changed.add(row.headline));
    if (statusRevision > seen) {
      changes.set("status", status);
    }
    return changes;
  }

  private static long version(CampaignFigures figures) {
    return figures == null ? Viewer.NOTHING : figures.version();
  }
}
