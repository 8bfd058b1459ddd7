package io.campaignpulse.value;

import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.core.Buyer;
import io.campaignpulse.value.core.Goods;
import io.campaignpulse.value.core.Purchases;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;

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

  /** Orders and returns as they are kept. */
  public Page page() {
    return purchases.page();
  }

  /** Orders and returns, in order of time. */
  public List<Touch> sales() {
    return purchases.page().touches();
  }

  /** Those of one order. */
  public List<Touch> sales(String orderId) {
    return purchases.page().ofUnit(orderId);
  }

  /** An order as it stands; null for none. */
  public Goods.Order order(String orderId) {
    return purchases.order(orderId);
  }

  /** What the customer bought and has not brought back. */
  public Collection<Goods.Owned> goods() {
    return purchases.goods();
  }

  /** What each order came to that is held. */
  public void eachOrder(LongConsumer amountMinor) {
    purchases
        .page()
        .glance(
            (kind, at, amount) -> {
              if (kind == Touch.Kind.ORDER) {
                amountMinor.accept(amount);
              }
            });
  }

  /** The customer as looked at once a day; null for one who has brought back all. */
  public Buyer buyer(String customer, int birthday) {
    return purchases
        .look()
        .map(
            look ->
                new Buyer(
                    customer,
                    tier,
                    toldWorth,
                    look.goods(),
                    look.observed().purchaseDays(),
                    look.observed().recencyDays(),
                    look.observed().lastPurchaseDay(),
                    birthday))
        .orElse(null);
  }

  /** Whether nothing is kept of purchases. */
  public boolean none() {
    return purchases.none();
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
