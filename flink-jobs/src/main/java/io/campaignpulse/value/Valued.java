package io.campaignpulse.value;

import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.value.core.Purchases;

/** A customer's purchases, and what was last told of their worth. */
final class Valued {
  static final long NEVER = Long.MIN_VALUE;
  static final long UNPLANNED = Long.MAX_VALUE;

  final Purchases purchases;
  long toldDay;
  double toldWorth;
  int toldPurchaseDays;
  long reviewAt;

  Valued() {
    this(new Purchases(), NEVER, 0, 0, UNPLANNED);
  }

  Valued(Purchases purchases, long toldDay, double toldWorth, int toldPurchaseDays, long reviewAt) {
    this.purchases = purchases;
    this.toldDay = toldDay;
    this.toldWorth = toldWorth;
    this.toldPurchaseDays = toldPurchaseDays;
    this.reviewAt = reviewAt;
  }

  Valued copy() {
    return new Valued(purchases.copy(), toldDay, toldWorth, toldPurchaseDays, reviewAt);
  }

  /** Whether anything was ever told of the customer. */
  boolean told() {
    return toldDay != NEVER;
  }

  /** Remembers what is told. */
  void tell(CustomerValue value) {
    toldDay = value.asOfDay();
    toldWorth = value.worth();
    toldPurchaseDays = value.purchaseDays();
  }
}
