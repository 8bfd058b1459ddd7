package io.campaignpulse.events;

import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;

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

  /** How customers' values are spread: see {@link io.campaignpulse.events.views.ValueRanks}. */
  public static final String VALUE_RANKS = "pulse:value:ranks";

  /** What came of the last order to fit the value model. */
  public static final String VALUE_FIT = "pulse:value:fit";

  /** Every queue there is: a hash from its name to {@link QueueState}. */
  public static final String QUEUES = "pulse:queues";

  /** The field of a customer's hash that holds their {@link CustomerValue}. */
  public static final String VALUE = "value";

  /** The field of a customer's hash that holds their {@link CustomerActivity}. */
  public static final String ACTIVITY = "activity";

  private static final String QUEUE = "pulse:queue:";
  private static final String IDENTITY = "pulse:identity:";
  private static final String CUSTOMER = "pulse:customer:";
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

  /** What is known of a customer by their events: a hash from kind of view to JSON. */
  public static String customer(String customerId) {
    return CUSTOMER + customerId;
  }

  /** The id of the customer behind an identity, by its key: see {@link Identities#key}. */
  public static String identity(String identityKey) {
    return IDENTITY + identityKey;
  }

  /** The calls waiting in a queue: a hash from call id to {@link RoutingDecision}. */
  public static String queue(String queue) {
    return QUEUE + queue;
  }

  /** The queue whose calls are under a key; null for other keys. */
  public static String queueOf(String key) {
    return key.startsWith(QUEUE) ? key.substring(QUEUE.length()) : null;
  }

  /** Who took a waiting call; there only once somebody has. */
  public static String claim(String callId) {
    return "pulse:claim:" + callId;
  }

  /** All records of a kind of reference data: a hash from id to JSON. */
  public static String reference(ReferenceKind kind) {
    return "pulse:reference:" + kind.topic();
  }
}
