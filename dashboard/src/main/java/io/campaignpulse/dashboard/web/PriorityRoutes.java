package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.callers.Caller;
import io.campaignpulse.dashboard.offers.NextOffer;
import io.campaignpulse.dashboard.offers.NextOfferJson;
import io.campaignpulse.dashboard.priority.Priority;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.priority.PriorityScore.Reason;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** The calls about how soon to answer a caller, and how soon it would be with other weights. */
record PriorityRoutes(Api.Priorities priorities, Bodies bodies) {
  List<Route> routes() {
    return List.of(
        Route.get(API + "/priority", this::priority),
        Route.post(API + "/priority-weights/preview", this::preview));
  }

  /**
   * An answer.
   *
   * @param queue null where no rule says which should take the call
   * @param offer what to propose; null for nothing
   */
  record Answer(
      String customerId,
      double score,
      String tier,
      @JsonProperty("isNew") boolean isNew,
      List<Reason> reasons,
      String queue,
      ObjectNode offer,
      String asOf,
      boolean degraded) {
    static Answer of(Caller caller) {
      var priority = Priority.of(caller);
      return new Answer(
          priority.customerId(),
          priority.score().score(),
          priority.tier(),
          priority.isNew(),
          priority.score().reasons(),
          priority.queue(),
          NextOfferJson.brief(NextOffer.of(caller, null)),
          priority.asOf().toString(),
          priority.degraded());
    }
  }

  /** Written at once: copying it as other answers are takes eight kilobytes for each. */
  private void priority(Context ctx) throws IOException {
    var answer =
        Json.MAPPER.writeValueAsBytes(Answer.of(AskedCaller.of(ctx, priorities.callers())));
    ctx.contentType(ContentType.APPLICATION_JSON).outputStream().write(answer);
  }

  private void preview(Context ctx) throws Exception {
    ctx.json(priorities.preview().of(bodies.read(ctx)));
  }
}
