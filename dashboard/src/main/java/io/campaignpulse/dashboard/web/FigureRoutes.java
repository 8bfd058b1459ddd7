package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import io.campaignpulse.dashboard.breakdown.Slice;
import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.events.Door;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The calls that read figures. */
record FigureRoutes(Api.Figures figures, Meters meters) {
  List<Route> routes() {
    return List.of(
        Route.get(API + "/campaigns", ctx -> ctx.json(figures.campaigns().headlines())),
        Route.get(API + "/campaigns/{id}/metrics", this::metrics),
        Route.get(API + "/campaigns/{id}/breakdown", this::breakdown),
        Route.get(API + "/campaigns/{id}/series", this::series),
        Route.get(API + "/campaigns/{id}/lift", this::lift),
        Route.get(API + "/health", ctx -> ctx.json(figures.health().now())),
        Route.get(API + "/metrics", this::measured),
        Route.get("/metrics", this::measured));
  }

  private void metrics(Context ctx) {
    var id = ctx.pathParam("id");
    ctx.json(figures.campaigns().metrics(id).orElseThrow(() -> unknown(id)));
  }

  private void breakdown(Context ctx) {
    var id = ctx.pathParam("id");
    var channel = Queries.text(ctx, "channel");
    var slice =
        new Slice(channel == null ? null : Door.channelWord(channel), Queries.text(ctx, "segment"));
    ctx.json(figures.breakdowns().find(id, slice).orElseThrow(() -> unknown(id)));
  }

  private void lift(Context ctx) {
    var id = ctx.pathParam("id");
    ctx.json(figures.campaigns().lift(id).orElseThrow(() -> unknown(id)));
  }

  private void series(Context ctx) {
    var id = ctx.pathParam("id");
    var found =
        figures
            .campaigns()
            .series(id, instant(ctx, "from"), instant(ctx, "to"), ctx.queryParam("step"));
    ctx.json(found.orElseThrow(() -> unknown(id)));
  }

  private void measured(Context ctx) {
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
  }

  static NotFoundResponse unknown(String campaignId) {
    return new NotFoundResponse("Nothing is known of a campaign \"" + campaignId + "\".");
  }

  private static Instant instant(Context ctx, String name) {
    var given = ctx.queryParam(name);
    try {
      return given == null || given.isBlank() ? null : OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidQueryException(
          name, "\"" + given + "\" is not an ISO-8601 instant such as 2026-03-01T12:00:00Z");
    }
  }
}
