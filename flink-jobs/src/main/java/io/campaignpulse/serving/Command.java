package io.campaignpulse.serving;

/** An order to the running jobs. */
public record Command(String name) {
  /** Write every view to the serving store again, as after the store was emptied. */
  public static final String REBUILD = "REBUILD";

  /** Nothing but the passing of about a second, for work that waits for something else. */
  public static final String TICK = "TICK";
}
