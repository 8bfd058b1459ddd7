package io.campaignpulse.routing;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.routing.core.CallMark;
import java.util.List;

/**
 * What queues hear of a call: that it waits, or what became of it, and what counts by it.
 *
 * @param at epoch milliseconds of event time
 * @param became null while it waits, and where nothing new became of it
 * @param asked the decision as far as the caller alone determines it; null once it waits no more
 * @param marks by which what counts of the call has changed
 */
public record CallNews(
    String callId, String queue, long at, Act became, RoutingDecision asked, List<CallMark> marks) {

  /** A call that waits from here on, or waits as somebody else's. */
  public static CallNews waits(RoutingDecision asked, List<CallMark> marks) {
    return new CallNews(asked.callId(), asked.queue(), asked.queuedAt(), null, asked, marks);
  }

  /** Of a call of which no queue needs to hear but what counts by it. */
  public static CallNews counts(Touch event, List<CallMark> marks) {
    return new CallNews(event.unitId(), event.queue(), event.at(), null, null, marks);
  }

  /** What became of a call. */
  public static CallNews left(Touch outcome, List<CallMark> marks) {
    return new CallNews(
        outcome.unitId(), outcome.queue(), outcome.at(), outcome.act(), null, marks);
  }
}
