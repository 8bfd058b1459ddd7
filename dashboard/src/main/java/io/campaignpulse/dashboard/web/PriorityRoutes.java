package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.dashboard.priority.Priorities;
import io.campaignpulse.dashboard.priority.Priority;
import io.campaignpulse.dashboard.priority.WeightsPreview;
import io.campaignpulse.events.Identities;
import io.campaignpulse.events.priority.PriorityScore.Reason;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.UnaryOperator;

/** The calls about how soon to answer a caller, and how soon it would be with other weights. */
final class PriorityRoutes {
  private final Priorities priorities;
  private final WeightsPreview preview;
  private final Bodies bodies;

  PriorityRoutes(Priorities priorities, WeightsPreview preview, Bodies bodies) {
    this.priorities = priorities;
    this.preview = preview;
    this.bodies = bodies;
  }

  List<Route> routes() {
    return List.of(
        Route.get(API + "/priority", this::priority),
        Route.post(API + "/priority-weights/preview", this::preview));
  }

  /** An answer; the queue is null where no rule says which should take the call. */
  record Answer(
      String customerId,
      double score,
      String tier,
      @JsonProperty("isNew") boolean isNew,
      List<Reason> reasons,
      String queue,
      String asOf,
      boolean degraded) {
    static Answer of(Priority priority) {
      return new Answer(
          priority.customerId(),
          priority.score().score(),
          priority.tier(),
          priority.isNew(),
          priority.score().reasons(),
          priority.queue(),
          priority.asOf().toString(),
          priority.degraded());
    }
  }

  private void priority(Context ctx) {
    ctx.json(Answer.of(asked(ctx)));
  }

  private void preview(Context ctx) throws Exception {
    ctx.json(preview.of(bodies.read(ctx)));
  }

  private Priority asked(Context ctx) {
    var customerId = ctx.queryParam("customerId");
    if (customerId != null) {
      return priorities.ofCustomer(customerId.strip());
    }
    var phone = ctx.queryParam("phone");
    if (phone != null) {
      return of("phone", phone, Identities::phone);
    }
    var email = ctx.queryParam("email");
    if (email != null) {
      return of("email", email, Identities::email);
    }
    var visitorId = ctx.queryParam("visitorId");
    if (visitorId != null) {
      return of("visitor", visitorId.strip(), UnaryOperator.identity());
    }
    throw new InvalidQueryException(
        "customerId", "is missing, and so are phone, email and visitorId");
  }

  /** Who hides the number, or gives what is none, is an unknown caller and no error. */
  private Priority of(String kind, String given, UnaryOperator<String> normalised) {
    String key;
    try {
      key = Identities.key(kind, normalised.apply(given));
    } catch (IllegalArgumentException e) {
      return priorities.ofNobody();
    }
    return priorities.ofIdentity(key);
  }
}
