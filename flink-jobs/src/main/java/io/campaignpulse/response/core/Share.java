package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one customer adds to one campaign's figures.
 *
 * @param group where in the breakdowns it is added
 * @param lines what is added there, to the totals and to each minute
 */
record Share(Group group, Lines lines) {

  /** The customer's place in the breakdowns: first contact's channel and variant, and segment. */
  record Group(String channel, String variant, String segment) {}

  Tally tally() {
    var tally = new Tally();
    lines.sum(0, lines.size(), 1, tally, null);
    return tally;
  }

  Map<Long, Tally> minutes() {
    var minutes = new TreeMap<Long, Tally>();
    lines.sum(
        0, lines.size(), 1, null, minute -> minutes.computeIfAbsent(minute, m -> new Tally()));
    return minutes;
  }
}
