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
 */
public record Change(String campaignId, Share.Group group, Lines lines) {

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
      add(changes, campaignId, is.group(), lines);
      return;
    }
    if (was != null) {
      var taken = new Lines();
      taken.addDifference(was.events(), Lines.NONE);
      taken.addDifference(was.standing(), Lines.NONE);
      add(changes, campaignId, was.group(), taken);
    }
    if (is != null) {
      var given = new Lines();
      given.addDifference(Lines.NONE, is.events());
      given.addDifference(Lines.NONE, is.standing());
      add(changes, campaignId, is.group(), given);
    }
  }

  /** Adds a change, if it is one. */
  static void add(List<Change> changes, String campaignId, Share.Group group, Lines lines) {
    if (lines.size() > 0) {
      changes.add(new Change(campaignId, group, lines));
    }
  }
}
