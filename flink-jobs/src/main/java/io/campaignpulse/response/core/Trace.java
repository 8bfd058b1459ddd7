package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.ingest.core.Touch;

/**
 * One contact of a campaign, or one call, visit, order or other interaction credited to it: one of
 * those that its figures count.
 *
 * @param eventId of its first event
 * @param at when that was, in epoch milliseconds
 * @param direct whether it is credited by a code or number of the campaign; false for contacts
 * @param amountMinor of an order, returns not taken off
 */
public record Trace(
    String eventId,
    long at,
    Touch.Kind kind,
    boolean direct,
    Act act,
    String channel,
    long amountMinor) {

  static Trace of(Touch touch, boolean direct) {
    return new Trace(
        touch.eventId(),
        touch.at(),
        touch.kind(),
        direct,
        touch.act(),
        touch.channel(),
        touch.amountMinor());
  }

  static Trace of(Contact contact) {
    return of(contact.first(), false);
  }

  /** The same order with more ordered. */
  Trace more(long moreMinor) {
    return new Trace(eventId, at, kind, direct, act, channel, amountMinor + moreMinor);
  }

  Listing listing() {
    return switch (kind) {
      case CONTACT -> Listing.CONTACTS;
      case ORDER -> Listing.ORDERS;
      default -> Listing.RESPONSES;
    };
  }

  /** The same as an entry of a customer's, for listing. */
  Entry of(String customer) {
    return new Entry(eventId, at, kind.name(), customer, direct, act, channel, amountMinor);
  }
}
