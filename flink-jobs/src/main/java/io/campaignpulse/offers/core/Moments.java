package io.campaignpulse.offers.core;

import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.offers.Trigger.Kind;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import java.util.List;

/** Which events are moments at which something could be proposed. */
public final class Moments {
  /** A cart of which nothing came for so long is abandoned. */
  public static final long ABANDONED_AFTER_MILLIS = 30 * 60_000;

  private Moments() {}

  /** The moment that an event is; null where it is none. */
  public static Trigger of(Touch touch, OfferBoard board) {
    return switch (touch.kind()) {
      case CALL -> moment(Kind.CALL_QUEUED, touch, Trigger.PHONE, board);
      case OUTCOME ->
          touch.act() == Act.ANSWERED
              ? moment(Kind.CALL_ANSWERED, touch, Trigger.PHONE, board)
              : null;
      case VISIT ->
          touch.act() == Act.PRODUCT_VIEW
              ? moment(Kind.PRODUCT_VIEWED, touch, Trigger.WEB, board)
              : null;
      case ORDER -> moment(Kind.ORDER_PLACED, touch, touch.channel(), board);
      case CONTACT, OTHER, RETURN, LINK, OFFER -> null;
    };
  }

  /** Whether an event puts something into a cart, or goes on with it. */
  public static boolean cart(Touch touch) {
    return touch.kind() == Touch.Kind.VISIT
        && (touch.act() == Act.ADD_TO_CART || touch.act() == Act.CHECKOUT_STARTED);
  }

  /** The moment at which a cart will be abandoned if nothing comes of it. */
  public static Trigger abandoned(Touch cart, OfferBoard board) {
    return new Trigger(
        Kind.CART_ABANDONED,
        cart.eventId(),
        cart.at() + ABANDONED_AFTER_MILLIS,
        cart.unitId() + " cart",
        null,
        board.about(products(cart)));
  }

  /** Whether an order came of a cart, or another cart, before it was abandoned. */
  public static boolean moot(Trigger moment, Page events) {
    return moment.kind() == Kind.CART_ABANDONED
        && events.ofKind(Touch.Kind.ORDER).stream()
            .anyMatch(order -> order.at() >= moment.at() - ABANDONED_AFTER_MILLIS);
  }

  /**
   * Whether something was proposed for a moment already, or for an earlier one of the same call or
   * visit: that offer stands.
   */
  public static boolean decided(Trigger moment, Page events) {
    return events.find(moment.decisionId()) != null
        || events.ofUnit(moment.unitId()).stream()
            .anyMatch(
                touch ->
                    proposed(Kind.CALL_QUEUED, touch, events)
                        || proposed(Kind.CALL_ANSWERED, touch, events)
                        || proposed(Kind.PRODUCT_VIEWED, touch, events));
  }

  /** What was proposed for a call when it was queued, as the books have it; null for nothing. */
  public static Touch proposedTo(Touch queued, Page events) {
    return events.find(Trigger.decisionId(Kind.CALL_QUEUED, queued.eventId()));
  }

  private static boolean proposed(Kind kind, Touch touch, Page events) {
    return events.find(Trigger.decisionId(kind, touch.eventId())) != null;
  }

  private static Trigger moment(Kind kind, Touch touch, String channel, OfferBoard board) {
    return new Trigger(
        kind, touch.eventId(), touch.at(), touch.unitId(), channel, board.about(products(touch)));
  }

  private static List<String> products(Touch touch) {
    return touch.trade() == null
        ? List.of()
        : touch.trade().items().stream().map(Trade.Item::productId).distinct().toList();
  }
}
