package io.campaignpulse.routing;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.RoutingDecision;

/**
 * What a queue hears of a call: that it waits, or what became of it.
 *
 * @param at epoch milliseconds of event time
 * @param became null while it waits
 * @param asked the decision as far as the caller alone determines it; null once it waits no more
 */
public record CallNews(String callId, String queue, long at, Act became, RoutingDecision asked) {}
