package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;

/**
 * What is left of a customer's older events with one campaign once the events themselves are
 * forgotten. Times are epoch milliseconds, {@link #NEVER} where there is none.
 *
 * @param first the customer's first contact, control included; null without one
 * @param firstTreatment the first non-control contact; null without one
 * @param respondedAt the first counted response
 * @param directAt the first counted direct response
 * @param convertedAt the first credited order
 * @param reacted whether any counted interaction fell into the window from assignment
 * @param bought whether any order did
 * @param spendMinor what was spent in that window
 * @param additive contacts, statuses, interactions and revenue
 */
public record Settled(
    FirstContact first,
    FirstContact firstTreatment,
    long respondedAt,
    long directAt,
    long convertedAt,
    boolean reacted,
    boolean bought,
    long spendMinor,
    Tally additive) {
  public static final long NEVER = Long.MAX_VALUE;

  static final Settled NOTHING =
      new Settled(null, null, NEVER, NEVER, NEVER, false, false, 0, new Tally());

  /** A contact as far as figures are broken down by it. */
  public record FirstContact(long at, String contactId, String channel, String variant) {
    static FirstContact of(Contact contact) {
      return new FirstContact(
          contact.at(), contact.contactId(), contact.channel(), contact.variant());
    }

    /** The earlier of the two; either may be null. */
    static FirstContact earlier(FirstContact one, FirstContact other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      var byTime = Long.compare(one.at, other.at);
      return (byTime == 0 ? one.contactId.compareTo(other.contactId) : byTime) <= 0 ? one : other;
    }
  }
}
