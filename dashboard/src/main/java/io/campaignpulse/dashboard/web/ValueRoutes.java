package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import io.campaignpulse.dashboard.customers.Whose;
import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.events.views.FitOutcome;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The calls about customers and what they are worth. */
record ValueRoutes(Api.Customers customers, Bodies bodies) {
  List<Route> routes() {
    return List.of(
        Route.get(API + "/customers", this::whose),
        Route.get(API + "/customers/{id}", this::card),
        Route.get(API + "/value-model", this::model),
        Route.get(API + "/value-model/fits/last", this::lastFit),
        Route.post(API + "/value-model/fits", this::fit));
  }

  /** The id of the customer whom a query means. */
  record Found(String customerId) {}

  private void whose(Context ctx) {
    var whose = new Whose(customers.store());
    var found =
        asked(Queries.text(ctx, "customerId"), whose::customerId)
            .or(() -> asked(Queries.phone(ctx), whose::phone))
            .or(() -> asked(Queries.text(ctx, "email"), whose::email))
            .or(() -> asked(Queries.text(ctx, "visitorId"), whose::visitorId))
            .orElseThrow(
                () ->
                    new InvalidQueryException(
                        "customerId", "is missing, and so are phone, email and visitorId"));
    ctx.json(
        found.map(Found::new).orElseThrow(() -> new NotFoundResponse("Nobody is known by this.")));
  }

  /** Whom a parameter means, who may be nobody; empty if it is not given. */
  private static Optional<Optional<String>> asked(
      String given, Function<String, Optional<String>> whose) {
    return Optional.ofNullable(given).map(whose);
  }

  private void card(Context ctx) {
    var id = ctx.pathParam("id");
    ctx.json(
        customers
            .cards()
            .find(id)
            .orElseThrow(
                () -> new NotFoundResponse("Nothing is known of a customer \"" + id + "\".")));
  }

  private void model(Context ctx) {
    ctx.json(
        customers
            .valueModel()
            .current()
            .orElseThrow(
                () ->
                    new NotFoundResponse(
                        "No value model was fitted yet: too few customers have bought on a second"
                            + " day, or nobody has ordered a fit.")));
  }

  /** That the order is durable; {@code fits/last} tells what came of it. */
  record Ordered(String order) {}

  private void fit(Context ctx) throws Exception {
    ctx.status(202).json(new Ordered(customers.fitOrders().order(bodies.read(ctx))));
  }

  /** What came of an order; the refusal is null where a model did. */
  record Outcome(String order, String asOf, long sampleSize, String refusal) {
    static Outcome of(FitOutcome fit) {
      var asOf = LocalDate.ofEpochDay(fit.asOfDay()).toString();
      return new Outcome(fit.order(), asOf, fit.sampleSize(), fit.refusal());
    }
  }

  private void lastFit(Context ctx) {
    ctx.json(
        customers
            .store()
            .lastFit()
            .map(Outcome::of)
            .orElseThrow(() -> new NotFoundResponse("No fit was ordered yet.")));
  }
}
