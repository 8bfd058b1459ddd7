package io.campaignpulse.offers.core;

import io.campaignpulse.value.core.Goods.Owned;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * A customer who has bought, as looked at once a day.
 *
 * @param tier A, B or C; null counts as C
 * @param worth by which customers are ranked
 * @param goods what they bought and have not brought back
 * @param purchaseDays on how many days they bought
 * @param recencyDays from the first of these to the last
 * @param lastDay the epoch day of the last order that was not wholly brought back
 * @param birthday the month times a hundred plus the day; 0 where it is not known
 */
public record Buyer(
    String customer,
    String tier,
    double worth,
    Collection<Owned> goods,
    int purchaseDays,
    int recencyDays,
    long lastDay,
    int birthday) {

  /** Whether they own anything of a category. */
  boolean owns(String category, OfferBoard board) {
    return anyOf(owned -> category.equals(category(owned, board)));
  }

  private boolean anyOf(Predicate<Owned> which) {
    return goods.stream().anyMatch(which);
  }

  static String category(Owned owned, OfferBoard board) {
    return owned.category() == null ? board.category(owned.productId()) : owned.category();
  }
}
