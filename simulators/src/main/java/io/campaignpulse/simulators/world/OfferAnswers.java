package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.OfferOutcome;
import io.campaignpulse.events.avro.Outcome;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.simulators.target.Offers.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a customer takes what is offered: always the same for the same seed and decision, whenever it
 * is asked, and under the same event ids.
 */
final class OfferAnswers {
  /** How long after the moment it is presented; by then the system has decided. */
  static final long PRESENTED_AFTER_MILLIS = 3_000;

  private final long seed;
  private final Company company;
  private final OfferTruths truths;

  OfferAnswers(long seed, Company company, OfferTruths truths) {
    this.seed = seed;
    this.company = company;
    this.truths = truths;
  }

  /** What is told of a proposal, in order of time: that it was presented, and what came of it. */
  List<Emission> of(Moment moment, Proposal proposal) {
    var chance = Chance.of(seed, 10, Chance.key(proposal.decisionId()));
    var truth = truths.of(proposal.offerId(), truths.tier(moment.who()), moment.channel());
    var drawn = chance.even();
    var presented = moment.at().plusMillis(PRESENTED_AFTER_MILLIS);
    var answered = presented.plusMillis(chance.between(4_000, 30_000));
    var told = new ArrayList<>(List.of(outcome(moment, proposal, Outcome.PRESENTED, presented)));
    if (drawn < truth.acceptance()) {
      told.add(outcome(moment, proposal, Outcome.ACCEPTED, answered));
      var ordered = answered.plusMillis(chance.between(5_000, 60_000));
      sold(proposal).ifPresent(item -> told.add(order(moment, proposal, item, ordered)));
    } else if (drawn < truth.acceptance() + truth.refusal()) {
      told.add(outcome(moment, proposal, Outcome.DECLINED, answered));
    }
    return told;
  }

  /** What an acceptance buys; empty where nothing that the company sells was offered. */
  private Optional<Company.Item> sold(Proposal proposal) {
    return company.products().stream()
        .filter(item -> item.id().equals(proposal.productId()))
        .findFirst();
  }

  private static Emission outcome(Moment moment, Proposal proposal, Outcome what, Instant at) {
    var outcome = new OfferOutcome();
    outcome.setEventId(id(proposal) + "-" + what.name().toLowerCase(Locale.ROOT));
    outcome.setOccurredAt(at);
    outcome.setCustomer(moment.who());
    outcome.setDecisionId(proposal.decisionId());
    outcome.setOfferId(proposal.offerId());
    outcome.setOutcome(what);
    outcome.setChannel(moment.channel());
    outcome.setAgentId(moment.agentId());
    return new Emission(at, outcome, outcome.getEventId(), 0);
  }

  private static Emission order(Moment moment, Proposal proposal, Company.Item item, Instant at) {
    var sale = new Sale();
    sale.setEventId(id(proposal) + "-order");
    sale.setOccurredAt(at);
    sale.setCustomer(moment.who());
    sale.setOrderId("order-" + id(proposal));
    sale.setKind(SaleKind.ORDER);
    sale.setLines(List.of(Purchases.line(item, 1)));
    sale.setAmount(Purchases.total(sale.getLines()));
    sale.setChannel(moment.channel());
    sale.setAgentId(moment.agentId());
    sale.setOfferDecisionId(proposal.decisionId());
    return new Emission(at, sale, sale.getEventId(), 0);
  }

  private static String id(Proposal proposal) {
    return "offer-" + proposal.decisionId();
  }
}
