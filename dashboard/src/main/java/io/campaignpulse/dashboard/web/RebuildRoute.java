package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import io.campaignpulse.dashboard.collect.Rebuild;

/** The call that has the serving store filled again. */
final class RebuildRoute {
  private RebuildRoute() {}

  static Route route(Rebuild rebuild) {
    return Route.post(
        API + "/rebuild",
        ctx -> {
          rebuild.order();
          ctx.status(202).json(new Ordered(true));
        });
  }

  /**
   * That the order is durable; the jobs follow it within a second or two, and next offers are
   * filled in, the newest first.
   */
  record Ordered(boolean ordered) {}
}
