package io.campaignpulse.dashboard.figures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.Tally;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a campaign's figures step by step of event time. */
public final class Series {
  private final FiguresJson json;

  public Series(FiguresJson json) {
    this.json = json;
  }

  /** The increments of each step that has any, and the sum of all that came before. */
  public ObjectNode write(
      String campaignId,
      Campaign campaign,
      SortedMap<Long, Tally> minutes,
      Steps steps,
      Instant asOf) {
    var before = new Tally();
    minutes.headMap(EventTime.minute(steps.from())).values().forEach(before::add);
    var series = JsonNodeFactory.instance.objectNode();
    series.put("campaignId", campaignId);
    series.put("from", steps.from().toString()).put("to", steps.to().toString());
    series.put("step", steps.step().toString());
    series.put("asOf", asOf == null ? null : asOf.toString());
    series.set("before", json.part(before, campaign));
    var points = series.putArray("points");
    sums(minutes, steps)
        .forEach(
            (at, tally) -> {
              if (!tally.zero()) {
                points.add(point(at, tally, campaign));
              }
            });
    return series;
  }

  /** The figures of one step that starts at this time. */
  public ObjectNode point(Instant at, Tally tally, Campaign campaign) {
    var point = JsonNodeFactory.instance.objectNode().put("at", at.toString());
    point.setAll(json.part(tally, campaign));
    return point;
  }

  private static SortedMap<Instant, Tally> sums(SortedMap<Long, Tally> minutes, Steps steps) {
    var sums = new TreeMap<Instant, Tally>();
    var first = EventTime.minute(steps.from());
    var end = EventTime.minute(steps.to().plusSeconds(60).minusNanos(1));
    if (first < end) {
      minutes
          .subMap(first, end)
          .forEach(
              (minute, tally) ->
                  sums.computeIfAbsent(steps.holding(minute), at -> new Tally()).add(tally));
    }
    return sums;
  }
}
