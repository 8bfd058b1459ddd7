package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.dashboard.offers.NextOffer;
import io.campaignpulse.dashboard.offers.NextOfferJson;
import io.campaignpulse.events.Door;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The calls about offers: what to propose, how it was taken, and what offers do. */
record OfferRoutes(Api.Offers offers, Bodies bodies) {
  /** To be served before the offers by id, of which none can be called next. */
  List<Route> routes() {
    return List.of(
        Route.get(API + "/offers", ctx -> ctx.json(offers.board().all())),
        Route.get(API + "/offers/next", this::next),
        Route.post(API + "/offers/next/outcome", this::outcome),
        Route.post(API + "/offers/dry-run", ctx -> ctx.json(offers.dryRun().of(bodies.read(ctx)))),
        Route.get(API + "/opportunities", ctx -> ctx.json(offers.opportunities().all())),
        Route.get(API + "/opportunities/customers", this::customers));
  }

  /** A name holds categories, which may hold what a path can't. */
  private void customers(Context ctx) throws IOException {
    var name = ctx.queryParam("name");
    if (name == null) {
      throw new InvalidQueryException("name", "is missing: that of an opportunity");
    }
    if (!offers.opportunityList().write(name, file -> attachment(ctx, file))) {
      throw new NotFoundResponse("There is no opportunity \"" + name + "\" now.");
    }
  }

  private static OutputStream attachment(Context ctx, String file) {
    ctx.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
    ctx.header("Cache-Control", "no-store");
    return ctx.contentType("text/csv; charset=utf-8").outputStream();
  }

  private void next(Context ctx) {
    var caller = AskedCaller.of(ctx, offers.callers());
    var channel = Queries.text(ctx, "channel");
    var next = NextOffer.of(caller, channel == null ? null : Door.channelWord(channel));
    ctx.json(NextOfferJson.full(next, caller.now()).put("degraded", caller.degraded()));
  }

  /** That what was said is durable. */
  record Taken(String eventId) {}

  private void outcome(Context ctx) throws Exception {
    ctx.status(202).json(new Taken(offers.outcomes().take(bodies.read(ctx))));
  }
}
