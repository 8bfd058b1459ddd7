package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.Lifetime;
import io.campaignpulse.standalone.Parts;
import io.campaignpulse.standalone.PulseSystem;
import io.campaignpulse.standalone.Settings;
import io.campaignpulse.standalone.Stages;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;

/** What the commands share: the parts they start, and the person they talk to. */
record Console(Parts parts, PrintStream out) {

  /** Work done against a system that has just started. */
  interface Work {
    Work NONE = (address, stages) -> {};

    void at(URI address, Stages stages) throws Exception;
  }

  /** Something measured on a system that is started for it and stopped after it. */
  interface Measured<T> {
    T on(URI address, Endpoints ends, Stages stages) throws Exception;
  }

  /** Lines for people. From here on libraries log to a file of the data directory. */
  Stages stages(Settings settings) {
    return stages(settings.data());
  }

  Stages stages(Path data) {
    System.setProperty("pulse.logs", data.resolve("logs").toAbsolutePath().toString());
    return new Stages(out, Boolean.getBoolean("pulse.terminal"));
  }

  /** Starts a whole system, does the work, and stays until the process is asked to end. */
  int runSystem(Settings settings, boolean simulated, Work work) throws Exception {
    var stages = stages(settings);
    try (var lifetime = Lifetime.begin(stages)) {
      var system = new PulseSystem(settings, parts, stages, lifetime.started());
      var address = system.start(simulated);
      stages.say("");
      stages.say("Open %s   (ready after %s; Ctrl-C stops)".formatted(address, stages.elapsed()));
      if (work != Work.NONE) {
        work.at(address, stages);
        stages.say("");
        stages.say("Open %s   (Ctrl-C stops)".formatted(address));
      }
      lifetime.stay();
    }
    return 0;
  }

  /** Starts a whole system, uses it, and stops it. */
  <T> T withSystem(Settings settings, Measured<T> use) throws Exception {
    var stages = stages(settings);
    try (var lifetime = Lifetime.begin(stages)) {
      var system = new PulseSystem(settings, parts, stages, lifetime.started());
      var address = system.start(false);
      return use.on(address, system.endpoints(), stages);
    }
  }
}
