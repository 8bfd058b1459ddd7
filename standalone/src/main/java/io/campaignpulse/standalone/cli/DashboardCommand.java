package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.Lifetime;
import io.campaignpulse.standalone.embedded.FreePort;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse dashboard [OPTIONS]",
    description = "Runs the dashboard and collector alone, on an existing Kafka and Redis.")
final class DashboardCommand implements Callable<Integer> {
  private final Console console;

  @Mixin CommonOptions options;

  DashboardCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var settings = options.settingsOfPart();
    var ends = new Endpoints(settings.kafka().orElseThrow(), settings.redisUri().orElseThrow());
    FreePort.require(settings.port());
    var stages = console.stages(settings);
    try (var lifetime = Lifetime.begin(stages)) {
      var dashboard = lifetime.started().add(console.parts().startDashboard(ends, settings, false));
      stages.say("Open http://127.0.0.1:%d   (Ctrl-C stops)".formatted(dashboard.port()));
      lifetime.stay();
    }
    return 0;
  }
}
