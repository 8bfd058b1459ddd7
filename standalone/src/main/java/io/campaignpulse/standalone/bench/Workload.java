package io.campaignpulse.standalone.bench;

import java.nio.file.Path;
import java.util.Currency;
import java.util.Map;

/** What is done with the events of a dataset while its speed is measured, in a JVM of its own. */
enum Workload {
  CONSUMER {
    @Override
    EventReader begin(Ends ends) {
      return ConsumerReader.begin(ends.kafka());
    }
  },
  COUNT {
    @Override
    EventReader begin(Ends ends) throws Exception {
      return FlinkReader.begin(ends, env -> CountJob.define(env, ends.kafka()));
    }
  },
  RESPONSE {
    @Override
    EventReader begin(Ends ends) throws Exception {
      return FlinkReader.begin(ends, env -> ResponseJob.define(env, ends.kafka()));
    }
  },
  TOGETHER {
    @Override
    EventReader begin(Ends ends) throws Exception {
      return TogetherJob.begin(ends);
    }
  },
  SERVE_THOUSAND {
    @Override
    EventReader begin(Ends ends) throws Exception {
      return FlinkReader.begin(ends, env -> ServeJob.define(env, ends, 1_000));
    }
  },
  SERVE_MILLION {
    @Override
    EventReader begin(Ends ends) throws Exception {
      return FlinkReader.begin(ends, env -> ServeJob.define(env, ends, 1_000_000));
    }
  };

  static final Currency CURRENCY = Currency.getInstance("USD");

  /**
   * What a workload works with.
   *
   * @param directory for checkpoints, empty
   * @param flink settings that replace those of the embedded Flink
   */
  record Ends(
      Map<String, String> kafka, String redisUri, Path directory, Map<String, String> flink) {}

  abstract EventReader begin(Ends ends) throws Exception;
}
