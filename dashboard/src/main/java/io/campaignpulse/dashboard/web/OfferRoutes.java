package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import io.campaignpulse.dashboard.callers.Callers;
import io.campaignpulse.dashboard.offers.DryRun;
import io.campaignpulse.dashboard.offers.NextOffer;
import io.campaignpulse.dashboard.offers.NextOfferJson;
import io.campaignpulse.dashboard.offers.OfferBoard;
import io.campaignpulse.dashboard.offers.OfferOutcomes;
import io.campaignpulse.dashboard.offers.Opportunities;
import io.campaignpulse.events.Door;
import io.javalin.http.Context;
import java.util.List;

/** The calls about offers: what to propose, how it was taken, and what offers do. */
final class OfferRoutes {
  private final OfferBoard board;
  private final Callers callers;
  private final OfferOutcomes outcomes;
  private final DryRun dryRun;
  private final Opportunities opportunities;
  private final Bodies bodies;

  OfferRoutes(
      OfferBoard board,
      Callers callers,
      OfferOutcomes outcomes,
      DryRun dryRun,
      Opportunities opportunities,
      Bodies bodies) {
    this.board = board;
    this.callers = callers;
    this.outcomes = outcomes;
    this.dryRun = dryRun;
    this.opportunities = opportunities;
    this.bodies = bodies;
  }

  /** To be served before the offers by id, of which none can be called next. */
  List<Route> routes() {
    return List.of(
        Route.get(API + "/offers", ctx -> ctx.json(board.all())),
        Route.get(API + "/offers/next", this::next),
        Route.post(API + "/offers/next/outcome", this::outcome),
        Route.post(API + "/offers/dry-run", ctx -> ctx.json(dryRun.of(bodies.read(ctx)))),
        Route.get(API + "/opportunities", ctx -> ctx.json(opportunities.all())));
  }

  private void next(Context ctx) {
    var caller = AskedCaller.of(ctx, callers);
    var channel = Queries.text(ctx, "channel");
    var next = NextOffer.of(caller, channel == null ? null : Door.channelWord(channel));
    ctx.json(NextOfferJson.full(next, caller.now()).put("degraded", caller.degraded()));
  }

  /** That what was said is durable. */
  record Taken(String eventId) {}

  private void outcome(Context ctx) throws Exception {
    ctx.status(202).json(new Taken(outcomes.take(bodies.read(ctx))));
  }
}
