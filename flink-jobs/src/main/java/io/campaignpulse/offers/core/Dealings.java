package io.campaignpulse.offers.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.OfferFigures.Taken;
import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What proposals to one customer came to: of the set of what is known, whatever came first. */
public final class Dealings {
  private Dealings() {}

  /**
   * What one decision adds to the figures of its offer; null where nobody says which offer it is.
   *
   * @param dealings proposals and how they were taken, in order of time
   * @param sales of the customer
   */
  public static OfferFigures figures(String decisionId, List<Touch> dealings, List<Touch> sales) {
    var taken = new Taking(decisionId);
    dealings.forEach(taken::take);
    taken.sold(sales);
    return taken.figures();
  }

  /** How one decision was taken. */
  private static final class Taking {
    private final String decisionId;
    private Touch first;
    private Touch proposed;
    private Touch answer;
    private boolean made;
    private boolean bought;
    private long revenueMinor;

    Taking(String decisionId) {
      this.decisionId = decisionId;
    }

    void take(Touch touch) {
      if (!decisionId.equals(touch.trade().decisionId())) {
        return;
      }
      first = first == null ? touch : first;
      if (touch.act() == Act.PROPOSED) {
        proposed = proposed == null ? touch : proposed;
      } else {
        made = true;
      }
      if (touch.act() == Act.DECLINED || touch.act() == Act.ACCEPTED) {
        answer = later(touch);
      }
    }

    /** Of answers of one moment acceptance counts. */
    private Touch later(Touch touch) {
      var same = answer != null && answer.at() == touch.at();
      return same && answer.act() == Act.ACCEPTED ? answer : touch;
    }

    void sold(List<Touch> sales) {
      var orders = new HashSet<String>();
      for (var sale : sales) {
        if (sale.kind() == Touch.Kind.ORDER && named(sale)) {
          orders.add(sale.unitId());
          revenueMinor += sale.amountMinor();
        }
      }
      bought = !orders.isEmpty();
      for (var sale : sales) {
        if (sale.kind() == Touch.Kind.RETURN && orders.contains(sale.unitId())) {
          revenueMinor -= sale.amountMinor();
        }
      }
    }

    private boolean named(Touch sale) {
      return sale.trade() != null && decisionId.equals(sale.trade().decisionId());
    }

    OfferFigures figures() {
      if (first == null) {
        return null;
      }
      var told = proposed == null ? first : proposed;
      var accepted = bought || answer != null && answer.act() == Act.ACCEPTED;
      var presented = made || bought;
      var cell = OfferFigures.cell(told.variant(), told.channel());
      return new OfferFigures(
          told.trade().offerId(),
          one(proposed != null),
          one(presented),
          one(accepted),
          one(answer != null && !accepted),
          revenueMinor,
          Map.of(),
          presented ? Map.of(cell, new Taken(1, one(accepted))) : Map.of());
    }

    private static long one(boolean holds) {
      return holds ? 1 : 0;
    }
  }

  /**
   * Dealings, and with them the orders that name a decision of theirs. Such an order accepts the
   * offer, also after it was brought back, as the figures have it.
   */
  public static List<Touch> withOrders(List<Touch> dealings, List<Touch> sales) {
    var all = new ArrayList<>(dealings);
    for (var sale : sales) {
      var decisionId = decisionOf(List.of(sale));
      if (decisionId == null) {
        continue;
      }
      dealings.stream()
          .filter(touch -> touch.trade().decisionId().equals(decisionId))
          .findFirst()
          .ifPresent(dealing -> all.add(accepted(dealing, sale)));
    }
    return all;
  }

  private static Touch accepted(Touch dealing, Touch order) {
    return new Touch(
        order.eventId(),
        Touch.Kind.OFFER,
        null,
        order.at(),
        null,
        List.of(),
        dealing.unitId(),
        null,
        null,
        order.channel(),
        null,
        null,
        null,
        0,
        Act.ACCEPTED,
        null,
        null,
        dealing.trade());
  }

  /** The decision that an order of these sales names; null for none. */
  public static String decisionOf(List<Touch> ofOrder) {
    return ofOrder.stream()
        .filter(sale -> sale.kind() == Touch.Kind.ORDER && sale.trade() != null)
        .map(sale -> sale.trade().decisionId())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The difference of what a decision added before and adds now, each of which may be null. */
  public static List<OfferFigures> change(OfferFigures before, OfferFigures now) {
    if (before == null) {
      return now == null ? List.of() : List.of(now);
    }
    var gone = before.negated();
    if (now == null) {
      return List.of(gone);
    }
    return before.offerId().equals(now.offerId()) ? List.of(now.plus(gone)) : List.of(gone, now);
  }

  /**
   * One touch for each contact that reached a customer, or may have.
   *
   * @param contacts what became of contacts, in order of time
   * @param control whether a contact puts the customer into a control group
   */
  public static List<Touch> contacts(List<Touch> contacts, Predicate<Touch> control) {
    var first = new LinkedHashMap<String, Touch>();
    var bounced = new HashSet<String>();
    for (var contact : contacts) {
      if (control.test(contact)) {
        continue;
      }
      first.putIfAbsent(contact.unitId(), contact);
      if (contact.status() == Touch.Status.BOUNCED) {
        bounced.add(contact.unitId());
      }
    }
    first.keySet().removeAll(bounced);
    return List.copyOf(first.values());
  }
}
