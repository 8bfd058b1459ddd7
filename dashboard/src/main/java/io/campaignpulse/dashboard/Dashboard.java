package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.web.WebServer;

/** The running dashboard: HTTP collector, REST, live view and pages. */
public final class Dashboard implements AutoCloseable {
  private final Started parts;
  private final WebServer web;

  private Dashboard(Started parts, WebServer web) {
    this.parts = parts;
    this.web = web;
  }

  /**
   * Starts against Kafka and Redis, which need not be up yet.
   *
   * @throws RuntimeException with a {@link java.net.BindException} among its causes if the port is
   *     taken
   */
  public static Dashboard start(DashboardSettings settings) {
    var parts = new Started();
    try {
      return start(settings, Wiring.connect(settings, parts), parts);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  static Dashboard start(DashboardSettings settings, Ports ports) {
    var parts = new Started();
    try {
      return start(settings, ports, parts);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static Dashboard start(DashboardSettings settings, Ports ports, Started parts) {
    var answers = new Answers(settings, ports);
    var hub = parts.add(answers.hub());
    parts.add(ports.changes().listen(hub));
    var api = answers.api();
    var web = parts.add(api.serve(settings.host(), settings.port(), settings.bodyLimit(), hub));
    return new Dashboard(parts, web);
  }

  /** The port it listens on. */
  public int port() {
    return web.port();
  }

  @Override
  public void close() {
    parts.close();
  }
}
