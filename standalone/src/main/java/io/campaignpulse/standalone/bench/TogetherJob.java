package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.Topics;
import io.campaignpulse.ingest.IngestGraph;
import io.campaignpulse.jobs.JobSettings;
import io.campaignpulse.jobs.PulseJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.RedisClient;

/**
 * Every capability, as it is deployed, served to a real Redis. A job that starts serves nothing
 * until it has read what Kafka had by then, which here is everything; so its consumer groups are
 * told beforehand that they had read it all, and it serves from the first checkpoint on.
 */
final class TogetherJob {
  private static final String EVENTS_GROUP = "pulse-events";
  private static final String REFERENCE_GROUP = "pulse-reference";

  private TogetherJob() {}

  static Reading begin(Way.Ends ends) throws Exception {
    var redis = RedisClient.create(ends.redisUri());
    redis.flushAll();
    declareRead(ends.kafka(), EVENTS_GROUP, Topics.events());
    declareRead(ends.kafka(), REFERENCE_GROUP, IngestGraph.REFERENCE_TOPICS);
    var kafka = new HashMap<>(ends.kafka());
    kafka.put("commit.offsets.on.checkpoint", "false");
    var settings =
        new JobSettings(
            kafka, ends.redisUri(), ResponseJob.LATENESS, ResponseJob.HISTORY, Way.CURRENCY);
    var reading = FlinkReading.begin(ends, env -> PulseJob.define(env, settings));
    return new Reading() {
      @Override
      public long events() {
        return reading.events();
      }

      @Override
      public void verify() {
        if (redis.keys(RedisKeys.figures("*")).isEmpty()) {
          throw new IllegalStateException("no figure was served while the job was measured");
        }
      }

      @Override
      public void close() {
        reading.close();
        redis.close();
      }
    };
  }

  private static void declareRead(Map<String, String> kafka, String group, List<String> topics)
      throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(new HashMap<String, Object>(kafka))) {
      var question = new HashMap<TopicPartition, OffsetSpec>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach(
              (topic, about) ->
                  about
                      .partitions()
                      .forEach(
                          p ->
                              question.put(
                                  new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
      var ends = new HashMap<TopicPartition, OffsetAndMetadata>();
      admin
          .listOffsets(question)
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
      admin.alterConsumerGroupOffsets(group, ends).all().get();
    }
  }
}
