package io.campaignpulse.standalone;

import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the other modules bring to a system: the one place where this module meets them. */
public interface Parts {
  /** A part with an HTTP port of its own. */
  interface Web extends AutoCloseable {
    int port();

    @Override
    void close();
  }

  /** Something that runs until it is closed. */
  interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /** A data set that was read, to be sent as it was asked for. */
  interface Replay {
    /** Returns, once all else is accepted, how many of its records were refused. */
    long sendTo(URI to, Stages stages) throws Exception;
  }

  /** Adds the operators of all capabilities to the environment. Builds only. */
  void defineJob(StreamExecutionEnvironment environment, Endpoints ends, Settings settings);

  /**
   * Starts the HTTP collector and the pages on {@code settings.port()}; returns once it answers.
   */
  Web startDashboard(Endpoints ends, Settings settings, boolean simulated) throws Exception;

  /** Starts the simulated company, which sends its events to the dashboard's address. */
  Running startSimulation(URI to, Settings settings) throws Exception;

  /** Reads a data set, before there is a system to send it to; refuses what can't be read. */
  Replay replay(ReplayRequest request, Currency currency);

  /** Fills the serving store of the system at that address again; returns once it is whole. */
  void rebuild(URI to, Stages stages) throws Exception;

  /**
   * Has the system at that address fit its value model; returns once it is published.
   *
   * @param asOf the day on which the observation ends; null for that of event time
   */
  void fitValueModel(URI to, LocalDate asOf, Stages stages) throws Exception;
}
