package io.campaignpulse.jobs;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What every job of the system has in common. */
public final class Wiring {
  private Wiring() {}

  /** Turns two conventions into start-up failures: a missing uid, a type only Kryo can write. */
  public static Configuration strict() {
    return new Configuration()
        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
        .set(PipelineOptions.GENERIC_TYPES, false);
  }

  static void configure(StreamExecutionEnvironment env) {
    env.configure(strict());
    env.getConfig().enableObjectReuse();
    env.setBufferTimeout(Pace.USUAL);
  }
}
