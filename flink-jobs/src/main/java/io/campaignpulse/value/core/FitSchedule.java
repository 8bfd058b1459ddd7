package io.campaignpulse.value.core;

import io.campaignpulse.events.FitOrder;

/**
 * When the value model was last ordered to be fitted, and so when it is due again: each day, and
 * whenever far more customers have come back than then; but not again within a minute, in which a
 * replay may pass over weeks.
 *
 * @param day the epoch day of event time
 * @param orderedAt processing time in epoch milliseconds
 * @param repeaters how many customers had bought on more than one day
 */
public record FitSchedule(long day, long orderedAt, long repeaters) {
  public static final FitSchedule NEVER = new FitSchedule(Long.MIN_VALUE, 0, 0);

  /** With fewer a fit would tell more of chance than of customers. */
  private static final long FEWEST = 100;

  private static final double FAR_MORE = 1.5;
  private static final long PAUSE_MILLIS = 60_000;

  public boolean due(long today, long now, long repeatersNow) {
    return repeatersNow >= FEWEST
        && (now >= orderedAt + PAUSE_MILLIS || setBack(now))
        && (today > day || repeatersNow >= FAR_MORE * repeaters);
  }

  /** Whether the clock was set back since, by more than it takes to wait for. */
  private boolean setBack(long now) {
    return now < orderedAt - PAUSE_MILLIS;
  }

  /** The order that is given then. */
  public FitOrder order() {
    return new FitOrder(null, "scheduled-" + day + "-" + repeaters);
  }
}
