package io.campaignpulse.events.views;

import java.util.List;

/**
 * Something that could be sold, and to whom.
 *
 * @param name REPLACEMENT, SINGLE_CATEGORY or TOP_WITHOUT_PURCHASE, and what it is about
 * @param kind one of these three
 * @param about the product that is due, or the category that is bought alone; null for others
 * @param missing the category that goes with it and is not bought; null for others
 * @param customers how many there are, without those who opted out
 * @param optedOut how many more there would be with these
 * @param averageMinor what an order comes to on average, in minor units
 * @param some ids of customers, the most valuable first; not all where there are many
 */
public record Opportunity(
    String name,
    Kind kind,
    String about,
    String missing,
    long customers,
    long optedOut,
    long averageMinor,
    List<String> some) {

  /** Why something could be sold. */
  public enum Kind {
    /** They bought it so long ago that it wants to be replaced. */
    REPLACEMENT,
    /** They buy in only one of two categories that belong together. */
    SINGLE_CATEGORY,
    /** They are of the top fifth by value and have not bought this year. */
    TOP_WITHOUT_PURCHASE
  }
}
