package io.campaignpulse.identity;

import io.campaignpulse.ingest.core.Touch;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * An entry for one customer's books.
 *
 * @param customer the customer id, or the identity that names an anonymous customer
 * @param touch the event; null for others
 * @param group the customer's segment, null for none, or tier; null for events
 */
@TypeInfo(PostingType.class)
public record Posting(String customer, Kind kind, Touch touch, String group) {

  /** What is to be done with it. */
  public enum Kind {
    /** An event that just came in. */
    ENTER,
    /** An event that came in before, under another customer. */
    MOVE_IN,
    MOVE_OUT,
    SEGMENT,
    TIER;

    boolean ofEvent() {
      return this != SEGMENT && this != TIER;
    }
  }

  /** Whether the customer is known by nothing but an identity. */
  public boolean anonymous() {
    return touch != null && touch.customerId() == null && touch.identities().contains(customer);
  }

  /** Whether it is of something that a customer known by an id did, or of what came of it. */
  public boolean interaction() {
    return touch != null && touch.kind() != Touch.Kind.CONTACT && !anonymous();
  }

  /** Whether it is of an order or a return. */
  public boolean sale() {
    return touch != null && (touch.kind() == Touch.Kind.ORDER || touch.kind() == Touch.Kind.RETURN);
  }

  public static Posting enter(String customer, Touch touch) {
    return new Posting(customer, Kind.ENTER, touch, null);
  }

  public static Posting moveIn(String customer, Touch touch) {
    return new Posting(customer, Kind.MOVE_IN, touch, null);
  }

  public static Posting moveOut(String customer, Touch touch) {
    return new Posting(customer, Kind.MOVE_OUT, touch, null);
  }

  public static Posting tier(String customer, String tier) {
    return new Posting(customer, Kind.TIER, null, tier);
  }

  public static Posting segment(String customer, String segment) {
    return new Posting(customer, Kind.SEGMENT, null, segment);
  }
}
