package io.campaignpulse.dashboard.web;

import io.campaignpulse.dashboard.collect.MalformedBodyException;
import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.dashboard.ports.BusyException;
import io.campaignpulse.dashboard.ports.LogUnavailableException;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.InvalidRecordException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a handler throws into a problem document. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final String RETRY_SECONDS = "2";

  private final Meters meters;

  Failures(Meters meters) {
    this.meters = meters;
  }

  void register(RoutesConfig routes) {
    routes.exception(
        MalformedBodyException.class, (e, ctx) -> Problem.of(400, e.getMessage()).answer(ctx));
    routes.exception(
        InvalidQueryException.class,
        (e, ctx) -> Problem.of(400, e.getMessage(), List.of(e.error())).answer(ctx));
    routes.exception(
        InvalidRecordException.class,
        (e, ctx) -> Problem.of(422, e.getMessage(), e.errors()).answer(ctx));
    routes.exception(LogUnavailableException.class, this::logUnavailable);
    routes.exception(StoreUnavailableException.class, this::storeUnavailable);
    routes.exception(BusyException.class, (e, ctx) -> later(ctx, e.getMessage() + "."));
    routes.exception(HttpResponseException.class, Failures::known);
    routes.exception(Exception.class, Failures::unexpected);
  }

  private void logUnavailable(LogUnavailableException e, Context ctx) {
    meters.logFailed();
    later(
        ctx,
        e.getMessage()
            + ". Send the same again later: what was stored already may be stored twice, and an"
            + " event counts once by its eventId.");
  }

  private void storeUnavailable(StoreUnavailableException e, Context ctx) {
    meters.storeFailed();
    later(ctx, e.getMessage() + ". Nothing is lost; figures return when it does.");
  }

  private static void later(Context ctx, String detail) {
    ctx.header(Header.RETRY_AFTER, RETRY_SECONDS);
    Problem.of(503, detail).answer(ctx);
  }

  private static void known(HttpResponseException e, Context ctx) {
    var allowed = e.getDetails().get("availableMethods");
    if (allowed != null) {
      ctx.header(Header.ALLOW, allowed);
    }
    Problem.of(e.getStatus(), e.getMessage()).answer(ctx);
  }

  private static void unexpected(Exception e, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
    Problem.of(500, "The server failed on this request; its log says why.").answer(ctx);
  }
}
