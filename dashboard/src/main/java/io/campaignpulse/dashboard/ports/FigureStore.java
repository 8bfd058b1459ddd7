package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.Tally;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Read side of the figures; every method may throw {@link StoreUnavailableException}. */
public interface FigureStore {
  /** The figures of those of these campaigns that have any. */
  Map<String, CampaignFigures> figures(Collection<String> campaignIds);

  /** All of a campaign's figures by epoch minute of event time. */
  SortedMap<Long, Tally> minutes(String campaignId);

  /** The figures of these campaigns in these minutes, in one round trip; empty ones left out. */
  Map<String, SortedMap<Long, Tally>> minutes(Map<String, ? extends Collection<Long>> wanted);

  /**
   * What is newest.
   *
   * @param figures of those of the campaigns that have any
   * @param minutes of each campaign, empty ones left out; no older than its figures
   * @param arrivals of all events
   */
  record Newest(
      Map<String, CampaignFigures> figures,
      Map<String, SortedMap<Long, Tally>> minutes,
      Optional<Arrivals> arrivals) {}

  /** The figures of these campaigns, and those in these minutes, in one round trip. */
  Newest newest(Map<String, ? extends Collection<Long>> wanted);

  /**
   * What a campaign's figures are made of.
   *
   * @param newest lists of each cell
   */
  record Cells(List<CellFigures> figures, List<NewestInteractions> newest) {
    public static final Cells NONE = new Cells(List.of(), List.of());
  }

  /** A campaign's figures by channel and segment, a moment behind the others. */
  Cells cells(String campaignId);

  Optional<Arrivals> arrivals();
}
