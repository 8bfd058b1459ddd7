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
import io.campaignpulse.dashboard.priority.WeightsPreview;
import io.campaignpulse.dashboard.queues.NextCalls;
import io.campaignpulse.dashboard.queues.Queues;
import io.campaignpulse.dashboard.queues.RulesPreview;
import io.campaignpulse.dashboard.web.Api;
import io.campaignpulse.dashboard.web.Meters;
import io.campaignpulse.dashboard.web.WebServer;

/** The running dashboard: HTTP collector, REST, live view and pages. */
public final class Dashboard implements AutoCloseable {
  private final Started parts;
  private final WebServer web;

  private Dashboard(Started parts, WebServer web) {
    this.parts = parts;
    this.web = web;
  }

  /**
   * Starts against Kafka and Redis, which need not be up yet.
   *
   * @throws RuntimeException with a {@link java.net.BindException} among its causes if the port is
   *     taken
   */
  public static Dashboard start(DashboardSettings settings) {
    var parts = new Started();
    try {
      return start(settings, Wiring.connect(settings, parts), parts);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  static Dashboard start(DashboardSettings settings, Ports ports) {
    var parts = new Started();
    try {
      return start(settings, ports, parts);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static Dashboard start(DashboardSettings settings, Ports ports, Started parts) {
    var currency = settings.currency();
    var clock = ports.clock();
    var json = new FiguresJson(currency);
    var meters = new Meters();
    var health = new Health(ports.log(), ports.figures(), currency, settings.simulated(), clock);
    var callers = new Callers(ports.hastyCustomers(), clock);
    var queues = new Queues(ports.queues(), ports.figures(), ports.references(), clock);
    var api =
        new Api(
            new Collector(ports.log(), currency, clock),
            new ReferenceIntake(ports.log(), ports.mirror(), currency),
            ports.references(),
            new Campaigns(ports.references(), ports.figures(), currency, clock),
            new Breakdowns(ports.references(), ports.figures(), ports.customers(), currency),
            health,
            ports.deadLetters(),
            ports.figures(),
            new Replay(ports.deadLetters(), ports.log(), ports.references(), currency, clock),
            new Rebuild(ports.log()),
            new CustomerCards(ports.references(), ports.customers(), clock, currency),
            new ValueModelJson(ports.references()),
            new FitOrders(ports.log()),
            ports.customers(),
            callers,
            new WeightsPreview(
                ports.customers(), ports.queues(), ports.references(), currency, clock),
            queues,
            new NextCalls(ports.queues(), ports.figures(), ports.log(), currency, clock),
            new RulesPreview(ports.queues(), ports.figures(), ports.references(), currency, clock),
            new Affinities(ports.affinity(), ports.references()),
            new OfferBoard(ports.references(), ports.offers(), ports.figures(), currency, clock),
            new OfferOutcomes(ports.log(), ports.figures(), currency, clock),
            new DryRun(ports.offerLog(), ports.figures(), clock),
            new Opportunities(ports.offers(), ports.references(), currency),
            meters);
    var hub =
        parts.add(
            new LiveHub(
                ports.references(), ports.figures(), queues, json, health::now, meters, clock));
    parts.add(ports.changes().listen(hub));
    var web = parts.add(api.serve(settings.host(), settings.port(), settings.bodyLimit(), hub));
    return new Dashboard(parts, web);
  }

  /** The port it listens on. */
  public int port() {
    return web.port();
  }

  @Override
  public void close() {
    parts.close();
  }
}
