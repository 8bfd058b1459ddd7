package io.campaignpulse.dashboard.live;

import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.figures.Headlines;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.Tally;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what changed from the stores onto the board and into the watched details. */
final class BoardReader {
  private final ReferenceStore references;
  private final FigureStore store;
  private final Clock clock;
  private final Board board;

  /** The details that somebody watches. */
  private final Map<String, Detail> details;

  BoardReader(
      ReferenceStore references,
      FigureStore store,
      Clock clock,
      Board board,
      Map<String, Detail> details) {
    this.references = references;
    this.store = store;
    this.clock = clock;
    this.board = board;
    this.details = details;
  }

  /** Reads every campaign, and every minute of the watched ones. */
  void readEverything() {
    readHeadlines();
    details.forEach(this::readWhole);
  }

  /** Reads every campaign's headline. */
  void readHeadlines() {
    put(references.campaigns(), Map.of());
  }

  /** Reads these campaigns, and these minutes of the watched ones. */
  void read(Map<String, ? extends Collection<Long>> changed) {
    put(references.campaigns(changed.keySet()), changed);
  }

  void readWhole(String id, Detail detail) {
    var campaign = references.campaigns(List.of(id)).stream().findFirst().orElse(null);
    var figures = store.figures(List.of(id)).get(id);
    detail.replace(campaign, figures, store.minutes(id));
  }

  private void put(List<Campaign> campaigns, Map<String, ? extends Collection<Long>> changed) {
    var asked = wanted(campaigns, changed);
    var read = store.newest(asked);
    var now = EventTime.now(read.arrivals(), clock.instant());
    var since = Headlines.lastHour(now).get(0);
    for (var campaign : campaigns) {
      var id = campaign.getCampaignId();
      var found = read.minutes().getOrDefault(id, new TreeMap<>());
      var minutes = known(id, asked.get(id));
      minutes.putAll(found);
      var figures = read.figures().get(id);
      board.put(campaign, figures, new TreeMap<>(minutes.tailMap(since)), now);
      if (details.containsKey(id) && changed.containsKey(id)) {
        details.get(id).update(campaign, figures, changed.get(id), found);
      }
    }
  }

  /** The minutes that changed, and of campaigns that are new here those of the last hour, too. */
  private Map<String, TreeSet<Long>> wanted(
      List<Campaign> campaigns, Map<String, ? extends Collection<Long>> changed) {
    var wanted = new HashMap<String, TreeSet<Long>>();
    var unknown = new ArrayList<TreeSet<Long>>();
    for (var campaign : campaigns) {
      var id = campaign.getCampaignId();
      var minutes = new TreeSet<Long>(changed.containsKey(id) ? changed.get(id) : List.of());
      wanted.put(id, minutes);
      if (!changed.containsKey(id) || board.minutes(id) == null) {
        unknown.add(minutes);
      }
    }
    if (!unknown.isEmpty()) {
      var hour = Headlines.lastHour(EventTime.now(store.arrivals(), clock.instant()));
      unknown.forEach(minutes -> minutes.addAll(hour));
    }
    return wanted;
  }

  /** What is known of a campaign's minutes but for those that were asked for. */
  private TreeMap<Long, Tally> known(String id, TreeSet<Long> asked) {
    var known = new TreeMap<Long, Tally>();
    if (board.minutes(id) != null) {
      known.putAll(board.minutes(id));
    }
    known.keySet().removeAll(asked);
    return known;
  }
}
