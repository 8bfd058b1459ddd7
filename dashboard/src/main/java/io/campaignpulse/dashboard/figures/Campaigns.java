package io.campaignpulse.dashboard.figures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Answers what is asked about campaigns, from the reference data and the figures. */
public final class Campaigns {
  private final ReferenceStore references;
  private final FigureStore store;
  private final Clock clock;
  private final Headlines headlines;
  private final Metrics metrics;
  private final Series series;
  private final LiftReport lift;

  public Campaigns(ReferenceStore references, FigureStore store, Currency currency, Clock clock) {
    this.references = references;
    this.store = store;
    this.clock = clock;
    var json = new FiguresJson(currency);
    this.headlines = new Headlines(json);
    this.metrics = new Metrics(json);
    this.series = new Series(json);
    this.lift = new LiftReport(currency);
  }

  /** Every defined campaign with its headline figures. */
  public List<ObjectNode> headlines() {
    var campaigns = references.campaigns();
    var now = EventTime.now(store.arrivals(), clock.instant());
    var ids = campaigns.stream().map(Campaign::getCampaignId).toList();
    var figures = store.figures(ids);
    var hours = new HashMap<String, List<Long>>();
    figures.keySet().forEach(id -> hours.put(id, Headlines.lastHour(now)));
    var minutes = store.minutes(hours);
    return campaigns.stream()
        .map(
            campaign -> {
              var id = campaign.getCampaignId();
              var hour = minutes.getOrDefault(id, Collections.emptySortedMap());
              return headlines.write(campaign, figures.get(id), hour, now);
            })
        .toList();
  }

  /** Totals and breakdowns; empty if nothing is known of the campaign. */
  public Optional<ObjectNode> metrics(String id) {
    return known(id).map(found -> metrics.write(id, found.campaign, found.figures));
  }

  /**
   * Figures by step; what is not asked for is chosen: all there is, in a readable number of steps.
   */
  public Optional<ObjectNode> series(String id, Instant from, Instant to, String step) {
    return known(id)
        .map(
            found -> {
              var minutes = store.minutes(id);
              var steps = steps(minutes, from, to, step);
              return series.write(id, found.campaign, minutes, steps, found.asOf());
            });
  }

  private Steps steps(SortedMap<Long, Tally> minutes, Instant from, Instant to, String step) {
    var end = to == null ? endOfNow() : to;
    if (from != null) {
      return Steps.of(from, end, step);
    }
    var first = minutes.isEmpty() ? end : EventTime.ofMinute(minutes.firstKey());
    return Steps.of(first.isAfter(end) ? end : first, end, step);
  }

  /** The end of the minute that event time is in. */
  private Instant endOfNow() {
    var now = EventTime.now(store.arrivals(), clock.instant());
    return EventTime.ofMinute(EventTime.minute(now) + 1);
  }

  /** Each variant against the control group; empty if nothing is known of the campaign. */
  public Optional<ObjectNode> lift(String id) {
    return known(id).map(found -> lift.write(id, found.campaign, found.figures));
  }

  private record Known(Campaign campaign, CampaignFigures figures) {
    Instant asOf() {
      return figures == null ? null : Instant.ofEpochMilli(figures.asOf());
    }
  }

  private Optional<Known> known(String id) {
    var campaign = (Campaign) references.find(ReferenceKind.CAMPAIGNS, id).orElse(null);
    var figures = store.figures(List.of(id)).get(id);
    return campaign == null && figures == null
        ? Optional.empty()
        : Optional.of(new Known(campaign, figures));
  }
}
