package io.campaignpulse.dashboard.figures;

import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store whose figures never step backwards: a campaign's newest figures are remembered, and given
 * while the store behind has older ones or, having come back empty, none. Keeps one record a
 * campaign.
 */
public final class NewestFigures implements FigureStore {
  private final FigureStore store;
  private final Map<String, CampaignFigures> newest = new ConcurrentHashMap<>();

  public NewestFigures(FigureStore store) {
    this.store = store;
  }

  @Override
  public Map<String, CampaignFigures> figures(Collection<String> campaignIds) {
    store.figures(campaignIds).values().forEach(this::remember);
    var found = new HashMap<String, CampaignFigures>();
    for (var id : campaignIds) {
      var figures = newest.get(id);
      if (figures != null) {
        found.put(id, figures);
      }
    }
    return found;
  }

  private void remember(CampaignFigures read) {
    newest.merge(
        read.campaignId(), read, (known, now) -> now.version() >= known.version() ? now : known);
  }

  @Override
  public SortedMap<Long, Tally> minutes(String campaignId) {
    return store.minutes(campaignId);
  }

  @Override
  public Map<String, SortedMap<Long, Tally>> minutes(
      Map<String, ? extends Collection<Long>> wanted) {
    return store.minutes(wanted);
  }

  @Override
  public Optional<Arrivals> arrivals() {
    return store.arrivals();
  }
}
