package io.campaignpulse.serving;

/**
 * An order to the running jobs.
 *
 * @param position of {@link #REACHED}; null in others
 * @param eventTime of {@link #TICK}: the latest event time one source has seen, in epoch
 *     milliseconds; {@link Long#MIN_VALUE} without any, and in others
 */
public record Command(String name, Position position, long eventTime) {
  /** Write every view to the serving store again, as after the store was emptied. */
  public static final String REBUILD = "REBUILD";

  /** Nothing but the passing of about a second, for work that waits for something else. */
  public static final String TICK = "TICK";

  /** A source was read up to a position; told before each checkpoint's barrier. */
  public static final String REACHED = "REACHED";

  public Command(String name) {
    this(name, null, Long.MIN_VALUE);
  }

  public static Command reached(Position position) {
    return new Command(REACHED, position, Long.MIN_VALUE);
  }

  public static Command tick(long eventTime) {
    return new Command(TICK, null, eventTime);
  }
}
