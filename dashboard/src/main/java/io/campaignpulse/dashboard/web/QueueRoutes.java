package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.campaignpulse.dashboard.collect.BodyReader;
import io.campaignpulse.dashboard.collect.MalformedBodyException;
import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.dashboard.queues.NextCalls;
import io.campaignpulse.dashboard.queues.Queues;
import io.campaignpulse.dashboard.queues.RulesPreview;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;

/** The calls about queues: who waits, who is next, and where they would go by other rules. */
final class QueueRoutes {
  private static final String AGENT = "agentId";
  private static final int LONGEST_ID = 256;

  private final Queues queues;
  private final NextCalls nextCalls;
  private final RulesPreview preview;
  private final Bodies bodies;

  QueueRoutes(Queues queues, NextCalls nextCalls, RulesPreview preview, Bodies bodies) {
    this.queues = queues;
    this.nextCalls = nextCalls;
    this.preview = preview;
    this.bodies = bodies;
  }

  List<Route> routes() {
    return List.of(
        Route.get(API + "/queues", ctx -> ctx.json(queues.all())),
        Route.get(API + "/routing-decisions", ctx -> ctx.json(queues.decisions())),
        Route.get(API + "/queues/{queue}", this::queue),
        Route.get(API + "/queues/{queue}/calls/{callId}", this::call),
        Route.post(API + "/queues/{queue}/next", this::next),
        Route.post(API + "/routing-rules/preview", this::preview));
  }

  private void queue(Context ctx) {
    var name = ctx.pathParam("queue");
    ctx.json(
        queues
            .find(name)
            .orElseThrow(
                () -> new NotFoundResponse("No call was ever queued in \"" + name + "\".")));
  }

  private void call(Context ctx) {
    var callId = ctx.pathParam("callId");
    ctx.json(
        queues
            .call(ctx.pathParam("queue"), callId)
            .orElseThrow(() -> new NotFoundResponse("Call \"" + callId + "\" does not wait.")));
  }

  private void next(Context ctx) throws Exception {
    var taken = nextCalls.take(ctx.pathParam("queue"), agent(ctx));
    taken.ifPresentOrElse(ctx::json, () -> ctx.status(204));
  }

  private void preview(Context ctx) throws Exception {
    ctx.json(preview.of(bodies.read(ctx)));
  }

  /** Who asks, by the address or by the body. */
  private String agent(Context ctx) throws MalformedBodyException {
    var asked = Queries.text(ctx, AGENT);
    var id = asked == null ? agent(bodies.read(ctx)) : asked;
    if (id.length() > LONGEST_ID) {
      throw new InvalidQueryException(AGENT, "is longer than " + LONGEST_ID + " characters");
    }
    return id;
  }

  private static String agent(byte[] body) throws MalformedBodyException {
    var agent = body.length == 0 ? MissingNode.getInstance() : BodyReader.readOne(body).path(AGENT);
    if (!agent.isTextual() || agent.asText().isBlank()) {
      throw new InvalidQueryException(AGENT, "is missing: who takes the call, as a text");
    }
    return agent.asText().strip();
  }
}
