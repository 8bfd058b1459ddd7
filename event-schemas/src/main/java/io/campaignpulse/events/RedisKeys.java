package io.campaignpulse.events;

/**
 * Every key and channel this system has in Redis. Writers and readers meet here and nowhere else.
 */
public final class RedisKeys {
  /** Where the names of changed views are announced. */
  public static final String CHANGES = "pulse:changes";

  /** Counts of what came in, by topic: see {@link io.campaignpulse.events.views.Arrivals}. */
  public static final String ARRIVALS = "pulse:arrivals";

  /** The position up to which each partition of the reference topics is mirrored here. */
  public static final String MIRROR_POSITIONS = "pulse:mirror:positions";

  /** There once the mirror holds all that the reference topics had when it began to read them. */
  public static final String MIRROR_WHOLE = "pulse:mirror:whole";

  private static final String CAMPAIGN = "pulse:campaign:";
  private static final String FIGURES = ":figures";
  private static final String MINUTES = ":minutes";

  private RedisKeys() {}

  /** A campaign's totals and breakdowns, one JSON text. */
  public static String figures(String campaignId) {
    return CAMPAIGN + campaignId + FIGURES;
  }

  /** A campaign's figures by minute of event time: a hash from epoch minute to JSON. */
  public static String minutes(String campaignId) {
    return CAMPAIGN + campaignId + MINUTES;
  }

  /** All records of a kind of reference data: a hash from id to JSON. */
  public static String reference(ReferenceKind kind) {
    return "pulse:reference:" + kind.topic();
  }
}
