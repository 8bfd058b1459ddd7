package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.jobs.JobSettings;
import io.campaignpulse.jobs.PulseJob;
import redis.clients.jedis.RedisClient;

/**
 * Every capability, as it is deployed, served to a real Redis. A job that starts serves nothing
 * until it has read what Kafka had by then, which here is everything; so this one is told that it
 * begins.
 */
final class TogetherJob {
  private TogetherJob() {}

  static EventReader begin(Workload.Ends ends) throws Exception {
    var redis = RedisClient.create(ends.redisUri());
    redis.flushAll();
    var settings =
        new JobSettings(
            ends.kafka(),
            ends.redisUri(),
            ResponseJob.LATENESS,
            ResponseJob.HISTORY,
            Workload.CURRENCY);
    var reader =
        FlinkReader.begin(ends, env -> PulseJob.define(env, settings, new FromTheBeginning()));
    return new EventReader() {
      @Override
      public long events() {
        return reader.events();
      }

      @Override
      public void verify() {
        if (redis.keys(RedisKeys.figures("*")).isEmpty()) {
          throw new IllegalStateException("no figure was served while the job was measured");
        }
      }

      @Override
      public void close() {
        reader.close();
        redis.close();
      }
    };
  }
}
