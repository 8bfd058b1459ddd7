package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import io.campaignpulse.events.ReferenceKind;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;

/** The calls by which events and reference data come in; a customer is read as a card. */
record CollectorRoutes(Api.Intake intake, Bodies bodies, Meters meters) {
  List<Route> routes() {
    var routes = new ArrayList<Route>();
    routes.add(Route.post(API + "/events", this::collect));
    for (var kind : ReferenceKind.values()) {
      var all = API + "/" + kind.topic();
      routes.add(Route.post(all, ctx -> take(kind, ctx)));
      routes.add(Route.put(all + "/{id}", ctx -> put(kind, ctx)));
      if (kind != ReferenceKind.CUSTOMERS) {
        routes.add(Route.get(all + "/{id}", ctx -> find(kind, ctx)));
      }
    }
    return routes;
  }

  private void collect(Context ctx) throws Exception {
    var outcome = intake.collector().collect(bodies.read(ctx), Bodies.saysNdjson(ctx));
    meters.collected(outcome);
    ctx.status(202).json(outcome);
  }

  private void take(ReferenceKind kind, Context ctx) throws Exception {
    ctx.status(202).json(intake.records().take(kind, bodies.read(ctx), Bodies.saysNdjson(ctx)));
  }

  private void put(ReferenceKind kind, Context ctx) throws Exception {
    ctx.json(intake.records().put(kind, ctx.pathParam("id"), bodies.read(ctx)));
  }

  private void find(ReferenceKind kind, Context ctx) {
    var id = ctx.pathParam("id");
    var found =
        intake
            .references()
            .inUse(kind, id)
            .orElseThrow(
                () -> new NotFoundResponse("There is no \"" + id + "\" among " + kind.topic()));
    ctx.json(kind.codec().toJson(found));
  }
}
