package io.campaignpulse.standalone.e2e;

import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.Parts;
import io.campaignpulse.standalone.ReplayRequest;
import io.campaignpulse.standalone.Settings;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.WiredParts;
import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.BiConsumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The real parts, which also tell where Kafka, Redis and the dashboard are once they answer. */
final class OpenParts implements Parts {
  private final Parts real = new WiredParts();
  private final BiConsumer<Endpoints, URI> told;

  OpenParts(BiConsumer<Endpoints, URI> told) {
    this.told = told;
  }

  @Override
  public void defineJob(StreamExecutionEnvironment env, Endpoints ends, Settings settings) {
    real.defineJob(env, ends, settings);
  }

  @Override
  public Web startDashboard(Endpoints ends, Settings settings, boolean simulated) throws Exception {
    var web = real.startDashboard(ends, settings, simulated);
    told.accept(ends, URI.create("http://127.0.0.1:" + web.port()));
    return web;
  }

  @Override
  public Running startSimulation(URI to, Settings settings) throws Exception {
    return real.startSimulation(to, settings);
  }

  @Override
  public Replay replay(ReplayRequest request, Currency currency) {
    return real.replay(request, currency);
  }

  @Override
  public void rebuild(URI to, Stages stages) throws Exception {
    real.rebuild(to, stages);
  }

  @Override
  public void fitValueModel(URI to, LocalDate asOf, Stages stages) throws Exception {
    real.fitValueModel(to, asOf, stages);
  }
}
