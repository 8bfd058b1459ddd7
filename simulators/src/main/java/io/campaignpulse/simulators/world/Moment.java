package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.WebVisit;
import io.campaignpulse.simulators.target.Offers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A moment at which a customer can be offered something.
 *
 * @param unit the call, visit or order that it is part of
 * @param since when that began to be one: what was decided before is about something else
 * @param at when the customer can be spoken to
 * @param agentId who speaks; null on the web
 */
record Moment(
    String unit, String channel, CustomerRef who, Instant since, Instant at, String agentId) {
  /** Who did something longer ago has gone on to something else. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  /** The moment that an event makes; empty for none. */
  static Optional<Moment> of(SpecificRecord event) {
    if (event instanceof Call call && call.getPhase() == CallPhase.ANSWERED) {
      var waited = call.getWaitMillis() == null ? 0 : call.getWaitMillis();
      var at = call.getOccurredAt();
      var queued = at.minusMillis(waited);
      return Optional.of(
          new Moment(call.getCallId(), "PHONE", call.getCustomer(), queued, at, call.getAgentId()));
    }
    if (event instanceof WebVisit visit) {
      return ofVisit(visit);
    }
    if (event instanceof Sale sale && isOnTheWeb(sale)) {
      return Optional.of(onTheWeb(sale.getOrderId(), sale.getCustomer(), sale.getOccurredAt()));
    }
    return Optional.empty();
  }

  /**
   * A visitor who logs in turns out to be somebody: what is decided then is about what they looked
   * at just before.
   */
  private static Optional<Moment> ofVisit(WebVisit visit) {
    var at = visit.getOccurredAt();
    return switch (visit.getAction()) {
      case PRODUCT_VIEW -> Optional.of(onTheWeb(visit.getVisitId(), visit.getCustomer(), at));
      case LOGIN ->
          Optional.of(
              new Moment(
                  visit.getVisitId() + " login",
                  "WEB",
                  visit.getCustomer(),
                  at.minus(FRESH),
                  at,
                  null));
      default -> Optional.empty();
    };
  }

  private static boolean isOnTheWeb(Sale sale) {
    return sale.getKind() == SaleKind.ORDER && sale.getChannel().equals("WEB");
  }

  private static Moment onTheWeb(String unit, CustomerRef who, Instant at) {
    return new Moment(unit, "WEB", who, at, at, null);
  }

  boolean isFresh(Instant now) {
    return !at.plus(FRESH).isBefore(now);
  }

  /** Whether a proposal was decided on for this moment, and not for an earlier one. */
  boolean isOf(Offers.Proposal proposal) {
    return !proposal.at().isBefore(since) && !proposal.at().isAfter(at.plus(FRESH));
  }
}
