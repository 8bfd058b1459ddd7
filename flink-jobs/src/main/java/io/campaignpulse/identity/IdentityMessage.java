package io.campaignpulse.identity;

import io.campaignpulse.ingest.core.Touch;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What is said to one identity: either that it is a customer's, or that an event asks whose it is.
 *
 * @param identity the identity's key
 * @param touch the asking event; null for a link
 * @param rank the identity's place among those of the event
 * @param customerId the customer of a link; null for a question
 * @param at event time of a link, in epoch milliseconds
 */
@TypeInfo(IdentityMessageType.class)
public record IdentityMessage(String identity, Touch touch, int rank, String customerId, long at) {

  public static IdentityMessage link(String identity, String customerId, long at) {
    return new IdentityMessage(identity, null, 0, customerId, at);
  }

  public static IdentityMessage question(Touch touch, int rank) {
    return new IdentityMessage(touch.identities().get(rank), touch, rank, null, 0);
  }

  /** Whether a call asks. */
  public boolean ofCall() {
    return touch != null && touch.ofCall();
  }
}
