package io.campaignpulse.offers.core;

import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import java.util.HashSet;
import java.util.List;

/** What a customer adds to the comparison of those who get offers with those who get none. */
public final class Exposure {
  private Exposure() {}

  /**
   * What they bought in the days after their first chance of an offer.
   *
   * @param sales of the customer
   * @param from the first chance, in epoch milliseconds
   * @param millis how long purchases count
   */
  public static Group of(List<Touch> sales, long from, long millis) {
    var orders = new HashSet<String>();
    long spend = 0;
    for (var sale : sales) {
      if (counts(sale.kind(), sale.at(), from, millis)) {
        orders.add(sale.unitId());
        spend += sale.amountMinor();
      }
    }
    for (var sale : sales) {
      if (sale.kind() == Touch.Kind.RETURN && orders.contains(sale.unitId())) {
        spend -= sale.amountMinor();
      }
    }
    return group(!orders.isEmpty(), spend);
  }

  /** The same of all sales that are kept, where most are orders that nothing else happened to. */
  public static Group of(Page sales, long from, long millis) {
    var sum = new long[2];
    var others =
        sales.glanceAlone(
            (kind, at, amount) -> {
              if (counts(kind, at, from, millis)) {
                sum[0]++;
                sum[1] += amount;
              }
            });
    var group = of(others, from, millis);
    return group(sum[0] + group.buyers() > 0, sum[1] + group.spend());
  }

  private static boolean counts(Touch.Kind kind, long at, long from, long millis) {
    return kind == Touch.Kind.ORDER && at > from && at <= from + millis;
  }

  /** Of one customer. */
  public static Group group(boolean bought, long spend) {
    return new Group(1, bought ? 1 : 0, spend, (double) spend * spend);
  }

  public static OfferEffect effect(boolean silent, Group group) {
    return silent ? new OfferEffect(Group.NONE, group) : new OfferEffect(group, Group.NONE);
  }
}
