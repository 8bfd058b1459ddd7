package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Figures in memory. */
final class FakeFigures implements FigureStore {
  final Map<String, CampaignFigures> newest = new ConcurrentHashMap<>();
  final Map<String, SortedMap<Long, Tally>> minutes = new ConcurrentHashMap<>();
  final Map<String, Cells> cells = new ConcurrentHashMap<>();
  volatile Arrivals arrivals;

  /** The minutes that were asked for last. */
  volatile Collection<Long> minutesAsked = List.of();

  private final FakeLine line;

  FakeFigures(FakeLine line) {
    this.line = line;
  }

  /** Sets a campaign's figures, and those of some of its minutes. */
  void set(CampaignFigures figures, Map<Long, Tally> changed) {
    newest.put(figures.campaignId(), figures);
    var all = new TreeMap<>(minutes.getOrDefault(figures.campaignId(), new TreeMap<>()));
    all.putAll(changed);
    minutes.put(figures.campaignId(), all);
  }

  @Override
  public Map<String, CampaignFigures> figures(Collection<String> ids) {
    line.check();
    var found = new HashMap<>(newest);
    found.keySet().retainAll(ids);
    return found;
  }

  @Override
  public SortedMap<Long, Tally> minutes(String id) {
    line.check();
    return minutes.getOrDefault(id, new TreeMap<>());
  }

  @Override
  public Map<String, SortedMap<Long, Tally>> minutes(
      Map<String, ? extends Collection<Long>> wanted) {
    line.check();
    var found = new HashMap<String, SortedMap<Long, Tally>>();
    wanted.forEach(
        (id, asked) -> {
          minutesAsked = List.copyOf(asked);
          var some = new TreeMap<>(minutes.getOrDefault(id, new TreeMap<>()));
          some.keySet().retainAll(asked);
          found.put(id, some);
        });
    return found;
  }

  @Override
  public Newest newest(Map<String, ? extends Collection<Long>> wanted) {
    return new Newest(figures(wanted.keySet()), minutes(wanted), arrivals());
  }

  @Override
  public Cells cells(String id) {
    line.check();
    return cells.getOrDefault(id, Cells.NONE);
  }

  @Override
  public Optional<Arrivals> arrivals() {
    line.check();
    return Optional.ofNullable(arrivals);
  }
}
