package io.campaignpulse.identity;

import io.campaignpulse.events.Identities;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * An entry for one customer's books.
 *
 * @param customer the customer id, or the identity that names an anonymous customer
 * @param touch the event; null for others
 * @param profile what the customer's record says; null for events
 */
@TypeInfo(PostingType.class)
public record Posting(String customer, Kind kind, Touch touch, Profile profile) {

  /** What is to be done with it. */
  public enum Kind {
    /** An event that just came in. */
    ENTER,
    /** An event that came in before, under another customer. */
    MOVE_IN,
    MOVE_OUT,
    /** What the customer's record says. */
    PROFILE,
    /** An event that came too late to count: it is set apart. */
    LATE
  }

  /** Whether the customer is known by nothing but an identity. */
  public boolean anonymous() {
    return touch != null && touch.customerId() == null && touch.identities().contains(customer);
  }

  /** Whether it tells of somebody who is known by an id. */
  public boolean introduces() {
    return touch != null && !Identities.namesNobody(customer);
  }

  /**
   * Whether it is of something that a customer did who can be told again by more than a browser, or
   * of what came of it.
   */
  public boolean shows() {
    return touch != null
        && touch.kind() != Touch.Kind.CONTACT
        && touch.kind() != Touch.Kind.OFFER
        && !Identities.namesVisitor(customer);
  }

  /** Whether it is of a call that came in, or of what became of one. */
  public boolean ofCall() {
    return aboutCall() && kind != Kind.MOVE_OUT;
  }

  /** The same, also where the call turns out to be another customer's. */
  public boolean aboutCall() {
    return touch != null && touch.ofCall();
  }

  /** Whether it is of an order or a return. */
  public boolean ofSale() {
    return touch != null && (touch.kind() == Touch.Kind.ORDER || touch.kind() == Touch.Kind.RETURN);
  }

  /** The same of this event. */
  public Posting with(Touch other) {
    return other == touch ? this : new Posting(customer, kind, other, profile);
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

  public static Posting late(String customer, Touch touch) {
    return new Posting(customer, Kind.LATE, touch, null);
  }

  public static Posting profile(String customer, Profile profile) {
    return new Posting(customer, Kind.PROFILE, null, profile);
  }
}
