package io.campaignpulse.standalone.bench;

import io.javalin.Javalin;

/** A server of the same make as the dashboard's with one handler that answers a constant. */
public final class BareServer {
  static final String PATH = "/constant";
  static final String READY = "READY ";

  private BareServer() {}

  /** Runs until its input ends. */
  public static void main(String[] args) throws Exception {
    var server =
        Javalin.create(
            config -> {
              config.jetty.host = "127.0.0.1";
              config.jetty.port = 0;
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.routes.get(PATH, ctx -> ctx.json("{\"score\":50}"));
            });
    server.start();
    System.out.println(READY + "http://127.0.0.1:" + server.port());
    System.out.flush();
    while (System.in.read() >= 0) {
      // whoever measures it is there
    }
    server.stop();
    System.exit(0);
  }
}
