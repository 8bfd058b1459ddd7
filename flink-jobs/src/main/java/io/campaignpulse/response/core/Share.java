package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one customer adds to one campaign's figures.
 *
 * @param group where in the breakdowns it is added
 * @param events what is added there, to the totals and to each minute, event by event
 * @param standing what is added for what the customer is by now, such as a responder
 */
record Share(Group group, Lines events, Lines standing) {

  /** The customer's place in the breakdowns: first contact's channel and variant, and segment. */
  record Group(String channel, String variant, String segment) {}

  Tally tally() {
    var tally = new Tally();
    List.of(events, standing).forEach(lines -> lines.sum(0, lines.size(), 1, tally, null));
    return tally;
  }

  Map<Long, Tally> minutes() {
    var minutes = new TreeMap<Long, Tally>();
    List.of(events, standing)
        .forEach(
            lines ->
                lines.sum(
                    0,
                    lines.size(),
                    1,
                    null,
                    minute -> minutes.computeIfAbsent(minute, m -> new Tally())));
    return minutes;
  }
}
