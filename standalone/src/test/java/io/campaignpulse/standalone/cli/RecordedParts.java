package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.Parts;
import io.campaignpulse.standalone.ReplayRequest;
import io.campaignpulse.standalone.Settings;
import io.campaignpulse.standalone.Stages;
import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Keeps what it was asked for, and fails where it is told to. */
final class RecordedParts implements Parts {
  Settings settings;
  Endpoints ends;
  ReplayRequest replayed;
  URI to;
  LocalDate asOf;
  RuntimeException failure;
  RuntimeException unreadable;
  long refused;

  @Override
  public void defineJob(StreamExecutionEnvironment environment, Endpoints ends, Settings settings) {
    throw new AssertionError("no job is expected");
  }

  @Override
  public Web startDashboard(Endpoints ends, Settings settings, boolean simulated) {
    this.ends = ends;
    this.settings = settings;
    throw failure;
  }

  @Override
  public Running startSimulation(URI to, Settings settings) {
    throw new AssertionError("no simulation is expected");
  }

  @Override
  public Replay replay(ReplayRequest request, Currency currency) {
    if (unreadable != null) {
      throw unreadable;
    }
    this.replayed = request;
    return (to, stages) -> {
      this.to = to;
      if (failure != null) {
        throw failure;
      }
      return refused;
    };
  }

  @Override
  public void rebuild(URI to, Stages stages) {
    this.to = to;
  }

  @Override
  public void fitValueModel(URI to, LocalDate asOf, Stages stages) {
    this.to = to;
    this.asOf = asOf;
  }
}
