package io.campaignpulse.offers;

import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.OfferPolicy;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import io.campaignpulse.offers.core.OfferBoard;
import io.campaignpulse.serving.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Knows offers, products and the policy on offers, and which moments are of now. */
public final class OfferDesk {
  /** What happened longer ago than this, by event time, is no moment to propose something. */
  private static final long LIVE_MILLIS = 60_000;

  private final OfferBoard board = new OfferBoard();
  private long newestEvent = Long.MIN_VALUE;

  public OfferBoard board() {
    return board;
  }

  /** Takes an offer or the policy; what else there is is left alone. */
  public void take(SpecificRecord message) {
    if (message instanceof Offer offer) {
      board.offer(offer);
    } else if (message instanceof OfferPolicy policy) {
      board.policy(policy);
    }
  }

  /** Takes what was learned. */
  public void learn(OfferNews news) {
    if (news.figures() != null) {
      board.learned(news.figures());
    }
    if (news.belonging() != null) {
      board.together().take(news.belonging().kind(), news.belonging().pairs());
    }
  }

  public void heard(Command command) {
    newestEvent = Math.max(newestEvent, command.eventTime());
  }

  /**
   * Whether something happens now: by the clock, or by event time where that lies behind it, as
   * when the past is replayed.
   */
  public boolean live(long at, long now) {
    long head = newestEvent == Long.MIN_VALUE ? now : Math.min(now, newestEvent);
    return at >= head - LIVE_MILLIS;
  }

  /** The same touch, with the categories of products where it does not say them. */
  public Touch categorised(Touch touch) {
    if (touch == null || touch.trade() == null || touch.trade().items().isEmpty()) {
      return touch;
    }
    List<Trade.Item> items = new ArrayList<>(touch.trade().items());
    items.replaceAll(
        item ->
            item.category() == null
                ? new Trade.Item(
                    item.productId(), board.category(item.productId()), item.quantity())
                : item);
    return touch.with(new Trade(items, touch.trade().decisionId(), touch.trade().offerId()));
  }

  /** What a decision says of the offers that were blocked. */
  public List<OfferFigures> blocked(OfferDecision decision) {
    return decision.candidates().stream()
        .filter(candidate -> candidate.blockedBy() != null)
        .map(
            candidate ->
                new OfferFigures(
                    candidate.offerId(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    Map.of(candidate.blockedBy(), 1L),
                    Map.of()))
        .toList();
  }
}
