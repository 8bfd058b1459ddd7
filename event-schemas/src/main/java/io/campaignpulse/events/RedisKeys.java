package io.campaignpulse.events;

import io.campaignpulse.events.views.Affinity;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.NewestDecisions;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.Opportunity;
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

  /** Who answers calls: see {@link AgentsActive}. */
  public static final String AGENTS = "pulse:agents";

  /** What was decided on the calls that were queued last: see {@link NewestDecisions}. */
  public static final String DECISIONS = "pulse:decisions";

  /**
   * {@link #FILLED} once all next offers are here that were decided before; until then the name of
   * what fills them in.
   */
  public static final String NEXT_OFFERS = "pulse:offers:next";

  /** That nothing is missing. */
  public static final String FILLED = "filled";

  /** The field of a customer's hash that holds their {@link CustomerValue}. */
  public static final String VALUE = "value";

  /** The field of a customer's hash that holds their {@link CustomerActivity}. */
  public static final String ACTIVITY = "activity";

  /** The field of a customer's hash that holds the last {@link OfferDecision} about them. */
  public static final String OFFER = "offer";

  /**
   * The field of a customer's hash that holds the names of all {@link Opportunity opportunities}
   * that they are behind, as a JSON array, also where they opted out; not there for none.
   */
  public static final String CUSTOMER_OPPORTUNITIES = "opportunities";

  /** How each offer is doing: a hash from its id to {@link OfferFigures}. */
  public static final String OFFERS = "pulse:offers";

  /** What offers do at all: see {@link OfferEffect}. */
  public static final String OFFER_EFFECT = "pulse:offers:effect";

  /** What could be sold to whom: a hash from its name to {@link Opportunity}. */
  public static final String OPPORTUNITIES = "pulse:opportunities";

  private static final String QUEUE = "pulse:queue:";
  private static final String AFFINITY = "pulse:affinity:";
  private static final String CLAIM = "pulse:claim:";
  private static final String IDENTITY = "pulse:identity:";
  private static final String CUSTOMER = "pulse:customer:";
  private static final String CAMPAIGN = "pulse:campaign:";
  private static final String FIGURES = ":figures";
  private static final String MINUTES = ":minutes";
  private static final String CELLS = ":cells";
  private static final String NEWEST = ":newest";

  private RedisKeys() {}

  /** Whether anything about a campaign is under a key. */
  public static boolean ofCampaign(String key) {
    return key.startsWith(CAMPAIGN);
  }

  /** A campaign's totals and breakdowns, one JSON text. */
  public static String figures(String campaignId) {
    return CAMPAIGN + campaignId + FIGURES;
  }

  /** A campaign's figures by minute of event time: a hash from epoch minute to JSON. */
  public static String minutes(String campaignId) {
    return CAMPAIGN + campaignId + MINUTES;
  }

  /** A campaign's figures by channel and segment: a hash whose values are {@link CellFigures}. */
  public static String cells(String campaignId) {
    return CAMPAIGN + campaignId + CELLS;
  }

  /** What is newest in each of these cells: a hash whose values are {@link NewestInteractions}. */
  public static String newest(String campaignId) {
    return CAMPAIGN + campaignId + NEWEST;
  }

  /** What is known of a customer by their events: a hash from kind of view to JSON. */
  public static String customer(String customerId) {
    return CUSTOMER + customerId;
  }

  /** The id of the customer behind an identity, by its key: see {@link Identities#key}. */
  public static String identity(String identityKey) {
    return IDENTITY + identityKey;
  }

  /** Whether the customer behind an identity is under a key. */
  public static boolean ofIdentity(String key) {
    return key.startsWith(IDENTITY);
  }

  /** The calls waiting in a queue: a hash from call id to {@link RoutingDecision}. */
  public static String queue(String queue) {
    return QUEUE + queue;
  }

  /** The queue whose calls are under a key; null for other keys. */
  public static String queueOf(String key) {
    return key.startsWith(QUEUE) ? key.substring(QUEUE.length()) : null;
  }

  /** Whether anything about what is bought together is under a key. */
  public static boolean ofAffinity(String key) {
    return key.startsWith(AFFINITY);
  }

  /** Counts over all baskets: see {@link Affinity.Total}. */
  public static String affinityTotal(Affinity.Kind kind) {
    return AFFINITY + kind + ":total";
  }

  /** In how many baskets each item was: a hash from item to {@link Affinity.Count}. */
  public static String affinityItems(Affinity.Kind kind) {
    return AFFINITY + kind + ":items";
  }

  /** What was bought together with each item: a hash from item to {@link Affinity.Partners}. */
  public static String affinityPartners(Affinity.Kind kind) {
    return AFFINITY + kind + ":partners";
  }

  /** The pairs that belong together most: see {@link Affinity.Strongest}. */
  public static String affinityStrongest(Affinity.Kind kind) {
    return AFFINITY + kind + ":strongest";
  }

  /**
   * Who took a waiting call; there only once somebody has. A call that is queued again is another
   * to take.
   *
   * @param queuedAt when it was queued, in epoch milliseconds of event time
   */
  public static String claim(String callId, long queuedAt) {
    return CLAIM + callId + ":" + queuedAt;
  }

  /** Whether a claim is under a key. */
  public static boolean ofClaim(String key) {
    return key.startsWith(CLAIM);
  }

  /** All records of a kind of reference data: a hash from id to JSON. */
  public static String reference(ReferenceKind kind) {
    return "pulse:reference:" + kind.topic();
  }
}
