package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import java.util.Map;

/**
 * What one customer adds to one campaign's figures.
 *
 * @param group where in the breakdowns it is added
 * @param tally what it adds there and to the totals
 * @param minutes what it adds to each epoch minute
 */
record Share(Group group, Tally tally, Map<Long, Tally> minutes) {

  /** The customer's place in the breakdowns: first contact's channel and variant, and segment. */
  record Group(String channel, String variant, String segment) {}
}
