package io.campaignpulse.response;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.Newest;
import io.campaignpulse.response.core.ShareChange.CellChange;
import io.campaignpulse.response.core.Turns;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/**
 * The cells of the campaign at hand: its figures by channel and segment, and what is newest in each
 * of them. State is one tally a cell with a figure and three short lists. Each has a pace of its
 * own at which it is served, as figures are small and lists are not.
 */
final class CampaignCells {
  private static final Listing[] LISTINGS = Listing.values();
  private static final String BETWEEN = "\n";

  private final MapState<String, CellFigures> cells;
  private final MapState<String, NewestInteractions> newest;
  private final Turns cellTurns = new Turns(400, 2_000);
  private final Turns listTurns = new Turns(2_000, 200);

  CampaignCells(RuntimeContext context) {
    cells = context.getMapState(state("cells", new CellTypes.CellSerializer()));
    newest = context.getMapState(state("newest", new CellTypes.NewestSerializer()));
  }

  private static <T> MapStateDescriptor<String, T> state(String name, TypeSerializer<T> values) {
    return new MapStateDescriptor<>(name, StringSerializer.INSTANCE, values);
  }

  /** Takes changes, and says for when a timer is needed to serve them. */
  void take(String campaignId, List<CellChange> changes, long now, LongConsumer timer)
      throws Exception {
    for (var change : changes) {
      var place = change.channel() + BETWEEN + change.segment();
      if (!change.tally().zero()) {
        add(place, change);
        plan(cellTurns.note(campaignId, place, now), timer);
      }
      for (var listing : LISTINGS) {
        var gone = of(change.gone(), listing);
        var came = of(change.came(), listing);
        if (!gone.isEmpty() || !came.isEmpty()) {
          var list = place + BETWEEN + listing;
          update(list, change, listing, gone, came);
          plan(listTurns.note(campaignId, list, now), timer);
        }
      }
    }
  }

  private static void plan(long at, LongConsumer timer) {
    if (at != Turns.PLANNED) {
      timer.accept(at);
    }
  }

  private static List<Entry> of(List<Entry> entries, Listing listing) {
    return entries.stream().filter(entry -> entry.listing() == listing).toList();
  }

  private void add(String place, CellChange change) throws Exception {
    var known = cells.get(place);
    var tally = known == null ? new Tally() : known.figures();
    if (tally.add(change.tally()).zero()) {
      cells.remove(place);
    } else {
      cells.put(place, new CellFigures(change.channel(), change.segment(), tally));
    }
  }

  private void update(
      String list, CellChange change, Listing listing, List<Entry> gone, List<Entry> came)
      throws Exception {
    var known = newest.get(list);
    var entries = known == null ? new Newest() : new Newest(known.entries());
    gone.forEach(entries::remove);
    came.forEach(entries::add);
    if (entries.entries().isEmpty()) {
      newest.remove(list);
    } else {
      newest.put(
          list,
          new NewestInteractions(change.channel(), change.segment(), listing, entries.entries()));
    }
  }

  /** Serves what has its turn. */
  void serve(String campaignId, long now, Consumer<ViewWrite> out) throws Exception {
    serveCells(campaignId, cellTurns.take(campaignId, now), out);
    serveLists(campaignId, listTurns.take(campaignId, now), out);
  }

  /** Serves all there is, and nothing that is no more. */
  void serveAll(String campaignId, Consumer<ViewWrite> out) throws Exception {
    cellTurns.drop(campaignId);
    listTurns.drop(campaignId);
    out.accept(ViewWrite.gone(RedisKeys.cells(campaignId)));
    serveCells(campaignId, cells.keys(), out);
    out.accept(ViewWrite.gone(RedisKeys.newest(campaignId)));
    serveLists(campaignId, newest.keys(), out);
  }

  private void serveCells(String campaignId, Iterable<String> places, Consumer<ViewWrite> out)
      throws Exception {
    for (var place : places) {
      out.accept(view(RedisKeys.cells(campaignId), place, cells.get(place)));
    }
  }

  private void serveLists(String campaignId, Iterable<String> lists, Consumer<ViewWrite> out)
      throws Exception {
    for (var list : lists) {
      var known = newest.get(list);
      out.accept(view(RedisKeys.newest(campaignId), list, known == null ? null : known.shown()));
    }
  }

  /** Nobody waits for a cell as they do for a campaign: who looks at one asks. */
  private static ViewWrite view(String key, String field, Object value) {
    return value == null ? ViewWrite.gone(key, field) : ViewWrite.of(key, field, value, null, null);
  }
}
