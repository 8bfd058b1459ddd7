package io.campaignpulse.dashboard.web;

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
import io.campaignpulse.dashboard.figures.Health;
import io.campaignpulse.dashboard.live.LiveHub;
import io.campaignpulse.dashboard.offers.DryRun;
import io.campaignpulse.dashboard.offers.OfferBoard;
import io.campaignpulse.dashboard.offers.OfferOutcomes;
import io.campaignpulse.dashboard.offers.Opportunities;
import io.campaignpulse.dashboard.offers.OpportunityList;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.DeadLetters;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.priority.WeightsPreview;
import io.campaignpulse.dashboard.queues.NextCalls;
import io.campaignpulse.dashboard.queues.Queues;
import io.campaignpulse.dashboard.queues.RulesPreview;
import java.util.ArrayList;
import java.util.List;

/** Everything that can be asked over HTTP, by subject, and who answers it. */
public record Api(
    Intake intake,
    Figures figures,
    Refused refused,
    Customers customers,
    Priorities priorities,
    Waiting waiting,
    Offers offers,
    Affinities affinities,
    Rebuild rebuild,
    Meters meters) {

  /** Events and reference data that come in, and reference data as they are in use. */
  public record Intake(Collector collector, ReferenceIntake records, ReferenceStore references) {}

  /** What the figures of campaigns are, and whether the system is well. */
  public record Figures(Campaigns campaigns, Breakdowns breakdowns, Health health) {}

  /** Records that were refused. */
  public record Refused(DeadLetters letters, FigureStore figures, Replay replay) {}

  /** Who a customer is and what they are worth. */
  public record Customers(
      CustomerCards cards, CustomerStore store, ValueModelJson valueModel, FitOrders fitOrders) {}

  /** How soon to answer a caller. */
  public record Priorities(Callers callers, WeightsPreview preview) {}

  /** Calls that wait in queues. */
  public record Waiting(Queues queues, NextCalls nextCalls, RulesPreview preview) {}

  /** What to propose to whom, and what came of it. */
  public record Offers(
      OfferBoard board,
      Callers callers,
      OfferOutcomes outcomes,
      DryRun dryRun,
      Opportunities opportunities,
      OpportunityList opportunityList) {}

  /** Starts answering. */
  public WebServer serve(String host, int port, long bodyLimit, LiveHub hub) {
    return new WebServer(host, port, routes(bodyLimit), hub, new Pages(), meters);
  }

  List<Route> routes(long bodyLimit) {
    var bodies = new Bodies(bodyLimit);
    var routes = new ArrayList<Route>();
    routes.addAll(new OfferRoutes(offers, bodies).routes());
    routes.addAll(new CollectorRoutes(intake, bodies, meters).routes());
    routes.addAll(new FigureRoutes(figures, meters).routes());
    routes.addAll(new DeadLetterRoutes(refused).routes());
    routes.addAll(new ValueRoutes(customers, bodies).routes());
    routes.addAll(new PriorityRoutes(priorities, bodies).routes());
    routes.addAll(
        new QueueRoutes(waiting.queues, waiting.nextCalls, waiting.preview, bodies).routes());
    routes.addAll(new AffinityRoutes(affinities).routes());
    routes.add(RebuildRoute.route(rebuild));
    routes.add(OpenApi.route());
    return routes.stream().map(bodies::inHand).toList();
  }
}
