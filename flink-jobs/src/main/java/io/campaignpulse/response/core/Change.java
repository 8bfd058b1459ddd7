package io.campaignpulse.response.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one customer's share of a campaign changed at one place in the breakdowns. The sum of all
 * changes is the campaigns' figures.
 *
 * @param group where in the breakdowns
 * @param lines signed amounts, each added to the totals there and to its minute
 * @param traces what can be listed there now, and what can't any more
 */
public record Change(String campaignId, Share.Group group, Lines lines, Traces traces) {

  /** The same change, of a customer who is told where anything is listed. */
  public Change by(String customer) {
    return traces.none() ? this : new Change(campaignId, group, lines, traces.by(customer));
  }

  /** What leads from one set of shares to another, by campaign. */
  static List<Change> between(Map<String, Share> before, Map<String, Share> after) {
    var changes = new ArrayList<Change>(2);
    after.forEach((id, is) -> add(changes, id, before.get(id), is));
    before.forEach(
        (id, was) -> {
          if (!after.containsKey(id)) {
            add(changes, id, was, null);
          }
        });
    return changes;
  }

  private static void add(List<Change> changes, String campaignId, Share was, Share is) {
    if (was != null && is != null && was.group().equals(is.group())) {
      var lines = new Lines();
      lines.addDifference(was.events(), is.events());
      lines.addDifference(was.standing(), is.standing());
      add(changes, campaignId, is.group(), lines, Traces.between(was.traces(), is.traces()));
      return;
    }
    var stays = was != null && is != null && was.group().sameCell(is.group());
    if (was != null) {
      var taken = new Lines();
      taken.addDifference(was.events(), Lines.NONE);
      taken.addDifference(was.standing(), Lines.NONE);
      var gone = stays ? Traces.NONE : Traces.between(was.traces(), List.of());
      add(changes, campaignId, was.group(), taken, gone);
    }
    if (is != null) {
      var given = new Lines();
      given.addDifference(Lines.NONE, is.events());
      given.addDifference(Lines.NONE, is.standing());
      var came = Traces.between(stays ? was.traces() : List.of(), is.traces());
      add(changes, campaignId, is.group(), given, came);
    }
  }

  /** Adds a change, if it is one. */
  static void add(
      List<Change> changes, String campaignId, Share.Group group, Lines lines, Traces traces) {
    if (lines.size() > 0 || !traces.none()) {
      changes.add(new Change(campaignId, group, lines, traces));
    }
  }
}
