package io.campaignpulse.dashboard.web;

import io.campaignpulse.dashboard.live.LiveHub;
import io.campaignpulse.dashboard.live.Seat;
import io.campaignpulse.events.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.json.JavalinJackson;
import io.javalin.websocket.WsConfig;
import java.time.Duration;
import java.util.List;

/** The HTTP server: routes, pages, the live line, and the rules that hold for all of them. */
public final class WebServer implements AutoCloseable {
  static final String LIVE = Route.API + "/live";
  private static final String SEAT = "seat";
  private static final int MOST_WORDS = 4_096;

  private final Javalin javalin;

  WebServer(String host, int port, List<Route> routes, LiveHub hub, Pages pages, Meters meters) {
    var guard = new Guard(host);
    this.javalin =
        Javalin.create(
            config -> {
              listen(config, host, port);
              config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
              config.routes.before(pages::addHeaders);
              config.routes.before(guard::check);
              new Failures(meters).register(config.routes);
              routes.forEach(r -> config.routes.addHttpHandler(r.method(), r.path(), r.handler()));
              config.routes.wsBeforeUpgrade(LIVE, guard::checkUpgrade);
              config.routes.ws(LIVE, ws -> live(ws, hub));
              config.requestLogger.http((ctx, millis) -> measure(meters, ctx, millis));
              pages.register(config);
            });
    javalin.start();
  }

  private static void listen(JavalinConfig config, String host, int port) {
    config.jetty.host = host;
    config.jetty.port = port;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(server -> server.setErrorHandler(new ProblemErrorHandler()));
    config.jetty.modifyWebSocketServletFactory(
        factory -> {
          factory.setIdleTimeout(Duration.ZERO);
          factory.setMaxTextMessageSize(MOST_WORDS);
        });
    config.http.prefer405over404 = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = Runtime.version().feature() >= 21;
  }

  private static void live(WsConfig ws, LiveHub hub) {
    ws.onConnect(ctx -> ctx.attribute(SEAT, hub.join(new SocketLine(ctx.session))));
    ws.onMessage(
        ctx -> {
          Seat seat = ctx.attribute(SEAT);
          seat.said(ctx.message());
        });
    ws.onClose(
        ctx -> {
          Seat seat = ctx.attribute(SEAT);
          if (seat != null) {
            seat.close();
          }
        });
  }

  private static void measure(Meters meters, Context ctx, float millis) {
    var endpoint = ctx.endpoints().lastHttpEndpoint();
    var route = endpoint == null ? "none" : endpoint.path;
    meters.answered(
        ctx.method().name(), route, ctx.statusCode(), Duration.ofNanos((long) (millis * 1e6)));
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
