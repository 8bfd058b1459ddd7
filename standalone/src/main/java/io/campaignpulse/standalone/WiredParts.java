package io.campaignpulse.standalone;

import io.campaignpulse.dashboard.Dashboard;
import io.campaignpulse.dashboard.DashboardSettings;
import io.campaignpulse.jobs.JobSettings;
import io.campaignpulse.jobs.PulseJob;
import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The real parts: jobs, dashboard and simulators. */
public final class WiredParts implements Parts {
  private static final String LOOPBACK = "127.0.0.1";

  @Override
  public void defineJob(StreamExecutionEnvironment env, Endpoints ends, Settings settings) {
    PulseJob.define(
        env,
        new JobSettings(
            ends.kafka(),
            ends.redisUri(),
            settings.lateness(),
            settings.history(),
            settings.currency()));
  }

  @Override
  public Web startDashboard(Endpoints ends, Settings settings, boolean simulated) {
    var dashboard =
        Dashboard.start(
            new DashboardSettings(
                LOOPBACK,
                settings.port(),
                ends.kafka(),
                ends.redisUri(),
                settings.currency(),
                simulated));
    return new Web() {
      @Override
      public int port() {
        return dashboard.port();
      }

      @Override
      public void close() {
        dashboard.close();
      }
    };
  }

  @Override
  public Running startSimulation(URI to, Settings settings) {
    return Simulation.start(to, settings.data(), settings.currency());
  }

  @Override
  public Replay replay(ReplayRequest request, Currency currency) {
    return Replaying.of(request, currency);
  }

  @Override
  public void rebuild(URI to, Stages stages) throws Exception {
    Rebuilding.run(to, stages);
  }

  @Override
  public void fitValueModel(URI to, LocalDate asOf, Stages stages) throws Exception {
    ModelFitting.run(to, asOf, stages);
  }
}
