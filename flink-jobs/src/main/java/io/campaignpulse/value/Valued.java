package io.campaignpulse.value;

import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.value.core.Purchases;

/** A customer's purchases, and what was last told of their worth. */
public final class Valued {
  static final long NEVER = Long.MIN_VALUE;
  static final long UNPLANNED = Long.MAX_VALUE;

  final Purchases purchases;

  /** Null counts as the last tier. */
  String tier;

  long toldDay;
  double toldWorth;
  int toldPurchaseDays;
  long reviewAt;

  public Valued() {
    this(new Purchases(), null, NEVER, 0, 0, UNPLANNED);
  }

  Valued(
      Purchases purchases,
      String tier,
      long toldDay,
      double toldWorth,
      int toldPurchaseDays,
      long reviewAt) {
    this.purchases = purchases;
    this.tier = tier;
    this.toldDay = toldDay;
    this.toldWorth = toldWorth;
    this.toldPurchaseDays = toldPurchaseDays;
    this.reviewAt = reviewAt;
  }

  Valued copy() {
    return new Valued(purchases.copy(), tier, toldDay, toldWorth, toldPurchaseDays, reviewAt);
  }

  /** Whether the customer has bought, and not brought all of it back. */
  public boolean buys() {
    return toldPurchaseDays > 0;
  }

  /** Null counts as the last tier. */
  public String tier() {
    return tier;
  }

  /** What customers are ranked by; 0 for whoever never bought. */
  public double worth() {
    return toldWorth;
  }

  /** Whether anything was ever told of the customer. */
  public boolean told() {
    return toldDay != NEVER;
  }

  /** Remembers what is told. */
  void tell(CustomerValue value) {
    toldDay = value.asOfDay();
    toldWorth = value.worth();
    toldPurchaseDays = value.purchaseDays();
  }
}
