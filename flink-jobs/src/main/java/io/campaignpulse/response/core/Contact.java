package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.Arrays;

/**
 * One outbound touch, put together from its events: time, campaign, variant and channel are those
 * of the earliest.
 */
final class Contact {
  private static final Touch.Status[] STATUSES = Touch.Status.values();

  private final Touch first;
  private final long[] statusAt = new long[STATUSES.length];

  /** A contact of one event, the earliest. */
  Contact(Touch first) {
    this.first = first;
    Arrays.fill(statusAt, Settled.NEVER);
    add(first);
  }

  /** The contact, null for none yet, with one more event that is not earlier. */
  static Contact with(Contact contact, Touch event) {
    if (contact == null) {
      return new Contact(event);
    }
    contact.add(event);
    return contact;
  }

  void add(Touch event) {
    int status = event.status().ordinal();
    statusAt[status] = Math.min(statusAt[status], event.at());
  }

  Touch first() {
    return first;
  }

  String contactId() {
    return first.unitId();
  }

  String campaignId() {
    return first.campaignId();
  }

  String variant() {
    return first.variant();
  }

  String channel() {
    return first.channel();
  }

  /** Epoch milliseconds. */
  long at() {
    return first.at();
  }

  /** When the status was first reported, in epoch milliseconds; {@link Settled#NEVER} if not. */
  long statusAt(Touch.Status status) {
    return statusAt[status.ordinal()];
  }

  boolean bounced() {
    return statusAt(Touch.Status.BOUNCED) != Settled.NEVER;
  }
}
