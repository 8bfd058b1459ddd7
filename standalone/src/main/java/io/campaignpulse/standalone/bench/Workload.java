package io.campaignpulse.standalone.bench;

import java.nio.file.Path;
import java.util.Currency;
import java.util.Map;

/** A way of reading events whose speed is measured, each in a JVM of its own. */
enum Way {
  CONSUMER {
    @Override
    Reading begin(Ends ends) {
      return ConsumerReading.begin(ends.kafka());
    }
  },
  COUNT {
    @Override
    Reading begin(Ends ends) throws Exception {
      return FlinkReading.begin(ends, env -> CountJob.define(env, ends.kafka()));
    }
  },
  RESPONSE {
    @Override
    Reading begin(Ends ends) throws Exception {
      return FlinkReading.begin(ends, env -> ResponseJob.define(env, ends.kafka()));
    }
  },
  TOGETHER {
    @Override
    Reading begin(Ends ends) throws Exception {
      return TogetherJob.begin(ends);
    }
  },
  SERVE_THOUSAND {
    @Override
    Reading begin(Ends ends) throws Exception {
      return FlinkReading.begin(ends, env -> ServeJob.define(env, ends, 1_000));
    }
  },
  SERVE_MILLION {
    @Override
    Reading begin(Ends ends) throws Exception {
      return FlinkReading.begin(ends, env -> ServeJob.define(env, ends, 1_000_000));
    }
  };

  static final Currency CURRENCY = Currency.getInstance("USD");

  /**
   * What a reading works with.
   *
   * @param directory for checkpoints, empty
   * @param flink settings that replace those of the embedded Flink
   */
  record Ends(
      Map<String, String> kafka, String redisUri, Path directory, Map<String, String> flink) {}

  abstract Reading begin(Ends ends) throws Exception;
}
