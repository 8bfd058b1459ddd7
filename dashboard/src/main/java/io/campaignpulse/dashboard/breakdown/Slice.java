package io.campaignpulse.dashboard.breakdown;

import io.campaignpulse.dashboard.ports.FigureStore.Cells;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.events.views.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A part of a campaign: one channel, one segment, both or, where both are null, all of it.
 *
 * @param channel of the customers' first contact; null for all
 * @param segment the customers' own; null for all
 */
public record Slice(String channel, String segment) {
  boolean whole() {
    return channel == null && segment == null;
  }

  private boolean holds(String ofChannel, String ofSegment) {
    return (channel == null || channel.equals(ofChannel))
        && (segment == null || segment.equals(ofSegment));
  }

  /** The figures of the slice: zeros where there is nobody. */
  Tally figures(Cells cells) {
    var sum = new Tally();
    in(cells).forEach(cell -> sum.add(cell.figures()));
    return sum;
  }

  /** The slice by one property of its cells. */
  SortedMap<String, Tally> by(Cells cells, Function<CellFigures, String> property) {
    var parts = new TreeMap<String, Tally>();
    in(cells)
        .forEach(
            cell ->
                parts
                    .computeIfAbsent(property.apply(cell), key -> new Tally())
                    .add(cell.figures()));
    return parts;
  }

  private Stream<CellFigures> in(Cells cells) {
    return cells.figures().stream().filter(cell -> holds(cell.channel(), cell.segment()));
  }

  /** What is newest in the slice, newest first. */
  List<Entry> newest(Cells cells, Listing listing) {
    return cells.newest().stream()
        .filter(list -> list.listing() == listing && holds(list.channel(), list.segment()))
        .flatMap(list -> list.entries().stream())
        .sorted(Comparator.comparingLong(Entry::at).thenComparing(Entry::eventId).reversed())
        .limit(NewestInteractions.SHOWN)
        .toList();
  }
}
