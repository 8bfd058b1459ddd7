package io.campaignpulse.dashboard.figures;

import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store whose figures never step backwards: a campaign's newest figures are remembered, and given
 * while the store behind has older ones or, having come back empty, none. Its minutes and cells are
 * not remembered: they can't be read meanwhile. Keeps one record a campaign.
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
    return remembered(campaignIds);
  }

  private Map<String, CampaignFigures> remembered(Collection<String> campaignIds) {
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
    requireWhole(Set.of(campaignId));
    return store.minutes(campaignId);
  }

  @Override
  public Map<String, SortedMap<Long, Tally>> minutes(
      Map<String, ? extends Collection<Long>> wanted) {
    requireWhole(wanted.keySet());
    return store.minutes(wanted);
  }

  @Override
  public Newest newest(Map<String, ? extends Collection<Long>> wanted) {
    var known = remembered(wanted.keySet());
    var read = store.newest(wanted);
    requireWhole(known, read.figures());
    read.figures().values().forEach(this::remember);
    return new Newest(remembered(wanted.keySet()), read.minutes(), read.arrivals());
  }

  /** Cells come a moment after their figures. */
  @Override
  public Cells cells(String campaignId) {
    requireWhole(Set.of(campaignId));
    var cells = store.cells(campaignId);
    var figures = newest.get(campaignId);
    if (cells.figures().isEmpty() && figures != null && !figures.totals().zero()) {
      throw new StoreUnavailableException("The cells of " + campaignId + " are being filled", null);
    }
    return cells;
  }

  private void requireWhole(Set<String> campaignIds) {
    var known = remembered(campaignIds);
    requireWhole(known, store.figures(campaignIds));
  }

  /**
   * Minutes are written before their figures: while these are missing, some of those may be.
   *
   * @param known before the store was read: who reads beside this may know newer ones since
   */
  private static void requireWhole(
      Map<String, CampaignFigures> known, Map<String, CampaignFigures> found) {
    known.forEach(
        (id, figures) -> {
          if (!found.containsKey(id) || found.get(id).version() < figures.version()) {
            throw new StoreUnavailableException("The minutes of " + id + " are filled again", null);
          }
        });
  }

  @Override
  public Optional<Arrivals> arrivals() {
    return store.arrivals();
  }
}
