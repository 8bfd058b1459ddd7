package io.campaignpulse.events.views;

import io.campaignpulse.events.routing.QueueMode;
import java.util.List;
import java.util.Map;

/**
 * How a queue of calls is doing. Times in epoch milliseconds of event time.
 *
 * @param mode in which order its calls are answered now
 * @param modeSince when that began; null where it has always been so
 * @param windowSeconds over which calls are counted here
 * @param queued calls that were queued in the window
 * @param answered calls that were answered in the window
 * @param abandoned calls that were given up in the window
 * @param expectedWaitSeconds of a call that would be queued now, by tier; tiers of which nothing is
 *     known are left out
 * @param service how the calls of the last hour had waited; null where nothing is known of it
 * @param agentsActive distinct agents who answered a call of the queue in the window
 * @param arrivals of the last quarters of an hour, the one that goes on last; null where nothing is
 *     known of them
 */
public record QueueState(
    String queue,
    long asOf,
    QueueMode mode,
    Long modeSince,
    int windowSeconds,
    long queued,
    long answered,
    long abandoned,
    Map<String, Double> expectedWaitSeconds,
    ServiceCounts service,
    int agentsActive,
    List<QuarterHour> arrivals) {

  /** The same as of another moment. */
  public QueueState at(long moment) {
    return new QueueState(
        queue,
        moment,
        mode,
        modeSince,
        windowSeconds,
        queued,
        answered,
        abandoned,
        expectedWaitSeconds,
        service,
        agentsActive,
        arrivals);
  }
}
