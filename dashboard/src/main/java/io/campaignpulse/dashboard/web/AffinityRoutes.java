package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import io.campaignpulse.dashboard.affinity.Affinities;
import io.campaignpulse.dashboard.affinity.Range;
import io.campaignpulse.dashboard.affinity.Sort;
import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.events.views.Affinity.Kind;
import io.javalin.http.Context;
import java.util.List;

/** The calls about what is bought together. */
record AffinityRoutes(Affinities affinities) {
  /** So many partners of an item are served at most, and all of them unless fewer are wanted. */
  private static final int MOST = 1_000;

  List<Route> routes() {
    return List.of(
        Route.get(API + "/affinity", this::around),
        Route.get(
            API + "/affinity/strongest",
            ctx -> ctx.json(affinities.strongest(Queries.word(ctx, "kind", Kind.PRODUCT)))));
  }

  private void around(Context ctx) {
    var product = Queries.text(ctx, "product");
    var category = Queries.text(ctx, "category");
    if (product == null && category == null) {
      throw new InvalidQueryException("product", "is missing, and so is category");
    }
    if (product != null && category != null) {
      throw new InvalidQueryException("category", "is given beside product: ask for one of them");
    }
    ctx.json(
        affinities.around(
            product == null ? Kind.CATEGORY : Kind.PRODUCT,
            product == null ? category : product,
            Queries.word(ctx, "range", Range.ALL),
            Queries.word(ctx, "sort", Sort.LIFT),
            Queries.limit(ctx, MOST, MOST)));
  }
}
