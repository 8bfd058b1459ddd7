package io.campaignpulse.dashboard.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.figures.Metrics;
import io.campaignpulse.dashboard.figures.Series;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A watched campaign: its figures and its minutes, each with the revision at which it changed. */
final class Detail {
  /** A week. */
  static final int MOST_MINUTES = 10_080;

  private record Point(Tally tally, long revision) {}

  private final String campaignId;
  private final TreeMap<Long, Point> minutes = new TreeMap<>();
  private CampaignFigures figures;
  private Campaign campaign;
  private long revision;

  Detail(String campaignId) {
    this.campaignId = campaignId;
  }

  long revision() {
    return revision;
  }

  /** Takes these figures and all these minutes, unless they are older than the ones shown. */
  void replace(Campaign newest, CampaignFigures read, SortedMap<Long, Tally> all) {
    var asked = new TreeSet<>(minutes.keySet());
    asked.addAll(all.keySet());
    update(newest, read, asked, all);
  }

  /** Takes these figures and what is found for the minutes asked for; not found means zero. */
  void update(
      Campaign newest, CampaignFigures read, Collection<Long> asked, Map<Long, Tally> found) {
    var next = revision + 1;
    var changed = revision == 0 || !Objects.equals(campaign, newest);
    campaign = newest;
    if (!older(read)) {
      changed |= !Objects.equals(figures, read);
      figures = read;
      for (var minute : asked) {
        changed |= put(minute, new Point(found.getOrDefault(minute, new Tally()), next));
      }
      trim();
    }
    revision = changed ? next : revision;
  }

  private boolean older(CampaignFigures read) {
    return figures != null && (read == null || read.version() < figures.version());
  }

  private boolean put(long minute, Point point) {
    var old = minutes.get(minute);
    if (old != null && old.tally.equals(point.tally)) {
      return false;
    }
    minutes.put(minute, point);
    return true;
  }

  private void trim() {
    while (minutes.size() > MOST_MINUTES) {
      minutes.pollFirstEntry();
    }
  }

  /** What a viewer who has seen this revision lacks. */
  ObjectNode since(long seen, Metrics metrics, Series series) {
    var whole = seen == Viewer.NOTHING;
    var changes = JsonNodeFactory.instance.objectNode();
    changes.set("metrics", metrics.write(campaignId, campaign, figures));
    var steps = changes.putObject("series").put("step", "PT1M").put("replace", whole);
    var points = steps.putArray("points");
    minutes.forEach(
        (minute, point) -> {
          if (whole ? !point.tally.zero() : point.revision > seen) {
            points.add(series.point(EventTime.ofMinute(minute), point.tally, campaign));
          }
        });
    return changes;
  }
}
