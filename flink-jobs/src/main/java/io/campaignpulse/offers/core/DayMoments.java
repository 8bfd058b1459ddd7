package io.campaignpulse.offers.core;

import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.offers.Trigger.Kind;
import io.campaignpulse.value.core.Goods.Owned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Moments that come with a day rather than with an event. */
public final class DayMoments {
  private static final long DAY_MILLIS = 86_400_000;

  /** So many times as long as usual without a purchase, and a customer is about to lapse. */
  private static final double LATE = 2;

  private static final long LEAST_DAYS = 14;
  private static final int LEAST_PURCHASE_DAYS = 3;

  private final Buyer buyer;
  private final long before;
  private final long today;
  private final OfferBoard board;
  private final List<Trigger> moments = new ArrayList<>();

  private DayMoments(Buyer buyer, long before, long today, OfferBoard board) {
    this.buyer = buyer;
    this.before = before;
    this.today = today;
    this.board = board;
  }

  /** The moments of the days after one epoch day up to another. */
  public static List<Trigger> of(Buyer buyer, long before, long today, OfferBoard board) {
    var days = new DayMoments(buyer, before, today, board);
    days.replacements();
    days.lapse();
    days.birthday();
    return days.moments;
  }

  private void replacements() {
    for (var owned : buyer.goods()) {
      long due = replacementDay(owned, board);
      if (due > before && due <= today) {
        add(Kind.REPLACEMENT_DUE, owned.productId() + " ", due, List.of(owned.productId()));
      }
    }
  }

  /** The epoch day on which a product wants to be replaced; the last of all days for never. */
  static long replacementDay(Owned owned, OfferBoard board) {
    var cycle = board.cycle(owned.productId());
    return cycle == null
        ? Long.MAX_VALUE
        : LocalDate.ofInstant(Instant.ofEpochMilli(owned.lastBoughtAt()), ZoneOffset.UTC)
            .plus(cycle)
            .toEpochDay();
  }

  /** The first day on which a purchase is late, by how often the customer bought so far. */
  private void lapse() {
    if (buyer.purchaseDays() < LEAST_PURCHASE_DAYS) {
      return;
    }
    double usual = (double) buyer.recencyDays() / (buyer.purchaseDays() - 1);
    long late = buyer.lastDay() + Math.max(LEAST_DAYS, (long) Math.ceil(LATE * usual));
    if (late > before && late <= today) {
      add(Kind.LAPSE, "", late, List.of());
    }
  }

  private void birthday() {
    for (long day = Math.max(before + 1, today - 365);
        buyer.birthday() != 0 && day <= today;
        day++) {
      var date = LocalDate.ofEpochDay(day);
      if (date.getMonthValue() * 100 + date.getDayOfMonth() == buyer.birthday()) {
        add(Kind.BIRTHDAY, "", day, List.of());
      }
    }
  }

  private void add(Kind kind, String what, long day, List<String> products) {
    var id = buyer.customer() + " " + what + LocalDate.ofEpochDay(day);
    moments.add(
        new Trigger(kind, id, today * DAY_MILLIS, kind + " " + id, null, board.about(products)));
  }
}
