package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.avro.ResponseType;
import io.campaignpulse.events.views.Figure;
import java.time.Instant;
import java.util.List;

/**
 * Counts one customer by intention to treat: assigned by the first contact, then whatever they did
 * within the response window from there, whoever is credited with it.
 */
record LiftCount(KnownCampaign campaign, List<Contact> own, CustomerPast past, Rows rows) {

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
    rows.lift(Figure.SPEND_SQUARED, assigned, spend * spend);
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
