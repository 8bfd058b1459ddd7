package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.avro.ContactStatus;
import io.campaignpulse.events.avro.ResponseType;
import io.campaignpulse.events.views.Figure;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Counts one customer's contacts by one campaign and the interactions credited to it.
 *
 * @param own the customer's contacts by the campaign, the earliest first
 * @param credited the interactions credited to the campaign, the earliest first
 */
record ResponseCount(KnownCampaign campaign, List<Contact> own, List<Act> credited, Rows rows) {
  private static final Map<ContactStatus, Figure> OF_STATUS =
      Map.of(
          ContactStatus.BOUNCED, Figure.BOUNCED,
          ContactStatus.OPENED, Figure.OPENED,
          ContactStatus.CLICKED, Figure.CLICKED,
          ContactStatus.UNSUBSCRIBED, Figure.UNSUBSCRIBED);
  private static final Map<ResponseType, Figure> OF_TYPE =
      Map.of(
          ResponseType.CALL, Figure.CALLS,
          ResponseType.VISIT, Figure.VISITS,
          ResponseType.ORDER, Figure.ORDERS,
          ResponseType.OTHER, Figure.OTHER);

  void count(Predicate<Act> direct) {
    countContacts();
    OF_TYPE.forEach(this::countDistinct);
    countResponders(direct);
    countConverters();
    credited.stream()
        .filter(act -> act.type() == ResponseType.ORDER)
        .forEach(order -> rows.revenue(order.at(), order.amount()));
  }

  private List<Contact> sent() {
    return own.stream().filter(contact -> !campaign.control(contact)).toList();
  }

  private boolean contacted() {
    return !sent().isEmpty();
  }

  private void countContacts() {
    for (var contact : sent()) {
      rows.one(Figure.CONTACTS, contact.at());
      OF_STATUS.forEach(
          (status, figure) -> {
            if (contact.first().containsKey(status)) {
              rows.one(figure, contact.first().get(status));
            }
          });
    }
    sent().stream().findFirst().ifPresent(first -> rows.one(Figure.CONTACTED, first.at()));
  }

  /** Each call, visit, order or other stands in the minute of its first credited event. */
  private void countDistinct(ResponseType type, Figure figure) {
    var seen = new HashSet<String>();
    for (var act : credited) {
      if (act.type() == type && seen.add(act.id())) {
        rows.one(figure, act.at());
      }
    }
  }

  private void countResponders(Predicate<Act> direct) {
    Predicate<Act> counts = act -> campaign.counts().contains(act.type());
    if (contacted()) {
      countFirst(Figure.RESPONDERS, counts);
      countFirst(Figure.DIRECT_RESPONDERS, counts.and(direct));
    } else {
      countFirst(Figure.PASS_ALONG_RESPONDERS, counts.and(direct));
    }
  }

  private void countConverters() {
    Predicate<Act> order = act -> act.type() == ResponseType.ORDER;
    countFirst(Figure.CONVERTERS, order);
    if (contacted()) {
      countFirst(Figure.CONTACTED_CONVERTERS, order);
    }
  }

  /** The customer counts once, in the minute of the first interaction that makes them so. */
  private void countFirst(Figure figure, Predicate<Act> makesThemSo) {
    credited.stream().filter(makesThemSo).findFirst().ifPresent(act -> rows.one(figure, act.at()));
  }
}
