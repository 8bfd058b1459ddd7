package io.campaignpulse.events.views;

import java.util.List;

/**
 * The newest contacts of a campaign, or the newest responses or orders credited to it, in one cell
 * of its breakdown.
 *
 * @param channel of the customers' first contact, as in {@link CellFigures}
 * @param entries newest first
 */
public record NewestInteractions(
    String channel, String segment, Listing listing, List<Entry> entries) {
  /** How many are shown. */
  public static final int SHOWN = 20;

  /** Those of them that are shown. */
  public NewestInteractions shown() {
    return entries.size() <= SHOWN
        ? this
        : new NewestInteractions(channel, segment, listing, entries.subList(0, SHOWN));
  }

  /** What is listed apart from the rest. */
  public enum Listing {
    CONTACTS,
    /** Calls, visits and others. */
    RESPONSES,
    ORDERS
  }

  /**
   * One contact, call, visit, order or other interaction.
   *
   * @param eventId of its first event
   * @param at when it began, in epoch milliseconds of event time
   * @param kind CONTACT, CALL, VISIT, ORDER or OTHER
   * @param customerId the customer, or the identity that names an anonymous one
   * @param direct whether it is credited by a code or number of the campaign; false for contacts
   * @param act what it was about; null if that is not known
   * @param channel of a contact, an order or another interaction; null for calls and visits
   * @param amountMinor of an order; 0 for others
   */
  public record Entry(
      String eventId,
      long at,
      String kind,
      String customerId,
      boolean direct,
      Act act,
      String channel,
      long amountMinor) {

    public Listing listing() {
      return switch (kind) {
        case "CONTACT" -> Listing.CONTACTS;
        case "ORDER" -> Listing.ORDERS;
        default -> Listing.RESPONSES;
      };
    }
  }
}
