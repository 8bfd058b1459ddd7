package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.affinity.Affinities;
import io.campaignpulse.dashboard.breakdown.Breakdowns;
import io.campaignpulse.dashboard.callers.Callers;
import io.campaignpulse.dashboard.collect.Collector;
import io.campaignpulse.dashboard.collect.FitOrders;
import io.campaignpulse.dashboard.collect.Rebuild;
import io.campaignpulse.dashboard.collect.ReferenceIntake;
import io.campaignpulse.dashboard.collect.Replay;
import io.campaignpulse.dashboard.customers.CustomerCards;
import io.campaignpulse.dashboard.customers.ValueModelJson;
import io.campaignpulse.dashboard.figures.Campaigns;
import io.campaignpulse.dashboard.figures.FiguresJson;
import io.campaignpulse.dashboard.figures.Health;
import io.campaignpulse.dashboard.live.LiveHub;
import io.campaignpulse.dashboard.offers.DryRun;
import io.campaignpulse.dashboard.offers.OfferBoard;
import io.campaignpulse.dashboard.offers.OfferOutcomes;
import io.campaignpulse.dashboard.offers.Opportunities;
import io.campaignpulse.dashboard.offers.OpportunityList;
import io.campaignpulse.dashboard.priority.WeightsPreview;
import io.campaignpulse.dashboard.queues.NextCalls;
import io.campaignpulse.dashboard.queues.Queues;
import io.campaignpulse.dashboard.queues.RulesPreview;
import io.campaignpulse.dashboard.web.Api;
import io.campaignpulse.dashboard.web.Meters;
import java.time.Clock;
import java.util.Currency;

/** Who answers what is asked, each over the ports that it needs. */
final class Answers {
  private final Ports ports;
  private final Currency currency;
  private final Clock clock;
  private final Meters meters = new Meters();
  private final Health health;
  private final Callers callers;
  private final Queues queues;

  Answers(DashboardSettings settings, Ports ports) {
    this.ports = ports;
    this.currency = settings.currency();
    this.clock = ports.clock();
    this.health = new Health(ports.log(), ports.figures(), currency, settings.simulated(), clock);
    this.callers = new Callers(ports.hastyCustomers(), clock);
    this.queues = new Queues(ports.queues(), ports.figures(), ports.references(), clock);
  }

  /** Whoever looks is shown the figures, which begins at once. */
  LiveHub hub() {
    var json = new FiguresJson(currency);
    return new LiveHub(
        ports.references(), ports.figures(), queues, json, health::now, meters, clock);
  }

  Api api() {
    return new Api(
        intake(),
        figures(),
        refused(),
        customers(),
        priorities(),
        waiting(),
        offers(),
        new Affinities(ports.affinity(), ports.references()),
        new Rebuild(ports.log(), ports.refill()),
        meters);
  }

  private Api.Intake intake() {
    return new Api.Intake(
        new Collector(ports.log(), currency, clock),
        new ReferenceIntake(ports.log(), ports.mirror(), currency),
        ports.references());
  }

  private Api.Figures figures() {
    return new Api.Figures(
        new Campaigns(ports.references(), ports.figures(), currency, clock),
        new Breakdowns(ports.references(), ports.figures(), ports.customers(), currency),
        health);
  }

  private Api.Refused refused() {
    return new Api.Refused(
        ports.deadLetters(),
        ports.figures(),
        new Replay(ports.deadLetters(), ports.log(), ports.references(), currency, clock));
  }

  private Api.Customers customers() {
    return new Api.Customers(
        new CustomerCards(ports.references(), ports.customers(), clock, currency),
        ports.customers(),
        new ValueModelJson(ports.references()),
        new FitOrders(ports.log()));
  }

  private Api.Priorities priorities() {
    return new Api.Priorities(
        callers,
        new WeightsPreview(ports.customers(), ports.queues(), ports.references(), currency, clock));
  }

  private Api.Waiting waiting() {
    return new Api.Waiting(
        queues,
        new NextCalls(ports.queues(), ports.figures(), ports.log(), currency, clock),
        new RulesPreview(ports.queues(), ports.figures(), ports.references(), currency, clock));
  }

  private Api.Offers offers() {
    return new Api.Offers(
        new OfferBoard(ports.references(), ports.offers(), ports.figures(), currency, clock),
        callers,
        new OfferOutcomes(ports.log(), ports.figures(), currency, clock),
        new DryRun(ports.offerLog(), ports.figures(), clock),
        new Opportunities(ports.offers(), ports.references(), currency),
        new OpportunityList(ports.offers(), () -> ports.mirror().whole(), clock));
  }
}
