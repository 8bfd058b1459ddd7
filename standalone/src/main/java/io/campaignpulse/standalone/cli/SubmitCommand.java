package io.campaignpulse.standalone.cli;

import io.campaignpulse.events.Topics;
import io.campaignpulse.jobs.PulseJob;
import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.embedded.TopicSetup;
import io.campaignpulse.standalone.flink.RemoteFlink;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse submit [OPTIONS]",
    description = "Creates missing topics and submits the jobs to an existing Flink.")
final class SubmitCommand implements Callable<Integer> {
  private final Console console;

  @Mixin CommonOptions options;

  SubmitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var settings = options.settingsOfPart();
    options.require("--flink", options.flink);
    var ends = new Endpoints(settings.kafka().orElseThrow(), settings.redisUri().orElseThrow());
    var flink = new RemoteFlink(options.flink, settings.flink());
    var stages = console.stages(settings);
    var parts = console.parts();
    stages.run("Topics ready", () -> TopicSetup.ensure(ends.kafka(), Topics.all()));
    var job =
        stages.run(
            "Jobs submitted to " + options.flink,
            () -> flink.submit(PulseJob.NAME, env -> parts.defineJob(env, ends, settings)));
    stages.say("Job " + job);
    return 0;
  }
}
