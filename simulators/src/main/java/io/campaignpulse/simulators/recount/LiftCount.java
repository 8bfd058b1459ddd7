package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.avro.ResponseType;
import io.campaignpulse.events.views.Figure;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * Counts one customer by intention to treat: assigned by the first contact, then whatever they did
 * within the response window from there, whoever is credited with it.
 */
record LiftCount(KnownCampaign campaign, List<Contact> own, CustomerPast past, Rows rows) {
  /** The lower part of a square lies below this; the upper part counts how many of this it has. */
  private static final BigInteger BELOW = BigInteger.TWO.pow(32);

  void count() {
    own.stream().min(Contact.EARLIEST).ifPresent(first -> count(first.at()));
  }

  private void count(Instant assigned) {
    var within = past.acts().stream().filter(act -> campaign.covers(assigned, act.at())).toList();
    rows.lift(Figure.ASSIGNED, assigned, 1);
    if (within.stream().anyMatch(act -> campaign.counts().contains(act.type()))) {
      rows.lift(Figure.REACTED, assigned, 1);
    }
    if (within.stream().anyMatch(act -> act.type() == ResponseType.ORDER)) {
      rows.lift(Figure.BOUGHT, assigned, 1);
    }
    var spend = within.stream().mapToLong(Act::amount).sum() - returned(assigned);
    rows.lift(Figure.SPEND, assigned, spend);
    var squared = BigInteger.valueOf(spend).pow(2).divideAndRemainder(BELOW);
    rows.lift(Figure.SPEND_SQUARED_UPPER, assigned, squared[0].longValueExact());
    rows.lift(Figure.SPEND_SQUARED, assigned, squared[1].longValueExact());
  }

  /** Returns within the window of orders within the window. */
  private long returned(Instant assigned) {
    return past.returns().stream()
        .filter(goods -> campaign.covers(assigned, goods.at()))
        .filter(
            goods ->
                past.orderOf(goods)
                    .filter(order -> campaign.covers(assigned, order.at()))
                    .isPresent())
        .mapToLong(CustomerPast.Return::amount)
        .sum();
  }
}
