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

/** Everything that can be asked over HTTP, and who answers it. */
public record Api(
    Collector collector,
    ReferenceIntake intake,
    ReferenceStore references,
    Campaigns campaigns,
    Breakdowns breakdowns,
    Health health,
    DeadLetters deadLetters,
    FigureStore figures,
    Replay replay,
    Rebuild rebuild,
    CustomerCards cards,
    ValueModelJson valueModel,
    FitOrders fitOrders,
    CustomerStore customers,
    Callers callers,
    WeightsPreview weightsPreview,
    Queues queues,
    NextCalls nextCalls,
    RulesPreview rulesPreview,
    Affinities affinities,
    OfferBoard offers,
    OfferOutcomes outcomes,
    DryRun dryRun,
    Opportunities opportunities,
    Meters meters) {

  /** Starts answering. */
  public WebServer serve(String host, int port, long bodyLimit, LiveHub hub) {
    return new WebServer(host, port, routes(bodyLimit), hub, new Pages(), meters);
  }

  List<Route> routes(long bodyLimit) {
    var bodies = new Bodies(bodyLimit);
    var routes = new ArrayList<Route>();
    routes.addAll(
        new OfferRoutes(offers, callers, outcomes, dryRun, opportunities, bodies).routes());
    routes.addAll(new CollectorRoutes(collector, intake, references, bodies, meters).routes());
    routes.addAll(new FigureRoutes(campaigns, breakdowns, health, meters).routes());
    routes.addAll(new DeadLetterRoutes(deadLetters, figures, replay).routes());
    routes.addAll(new ValueRoutes(cards, valueModel, fitOrders, customers, bodies).routes());
    routes.addAll(new PriorityRoutes(callers, weightsPreview, bodies).routes());
    routes.addAll(new QueueRoutes(queues, nextCalls, rulesPreview, bodies).routes());
    routes.addAll(new AffinityRoutes(affinities).routes());
    routes.add(RebuildRoute.route(rebuild));
    routes.add(OpenApi.route());
    return routes;
  }
}
