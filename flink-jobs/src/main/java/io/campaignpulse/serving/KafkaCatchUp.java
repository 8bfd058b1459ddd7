package io.campaignpulse.serving;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catching up with Kafka. When an operator opens, the ends of all partitions are noted: whatever
 * was served before lies below them. The sources commit their positions after each completed
 * checkpoint; once these have reached the noted ends, a checkpoint's barrier has passed every
 * operator behind everything below the ends, so all of it is in the figures.
 */
public record KafkaCatchUp(Map<String, String> kafka, Map<String, List<String>> topicsByGroup)
    implements CatchUp {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(KafkaCatchUp.class);
  private static final long TIMEOUT_SECONDS = 20;

  @Override
  public Progress start() {
    return new Reading(this);
  }

  private static final class Reading implements Progress {
    private final Admin admin;
    private final Map<String, Map<TopicPartition, Long>> endsByGroup = new HashMap<>();

    private Reading(KafkaCatchUp settings) {
      admin = Admin.create(new HashMap<String, Object>(settings.kafka));
      try {
        for (var entry : settings.topicsByGroup.entrySet()) {
          endsByGroup.put(entry.getKey(), ends(entry.getValue()));
        }
      } catch (ExecutionException | InterruptedException | TimeoutException e) {
        close();
        throw new IllegalStateException("Kafka did not tell the ends of its topics", e);
      }
      forgetReached(group -> Map.of());
    }

    private Map<TopicPartition, Long> ends(Collection<String> topics)
        throws ExecutionException, InterruptedException, TimeoutException {
      var ends = new HashMap<TopicPartition, Long>();
      var partitions = partitions(topics);
      var first = offsets(partitions, OffsetSpec.earliest());
      offsets(partitions, OffsetSpec.latest())
          .forEach(
              (partition, end) -> {
                if (end > first.get(partition)) {
                  ends.put(partition, end);
                }
              });
      return ends;
    }

    private List<TopicPartition> partitions(Collection<String> topics)
        throws ExecutionException, InterruptedException, TimeoutException {
      return admin
          .describeTopics(topics)
          .allTopicNames()
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
          .values()
          .stream()
          .flatMap(
              topic ->
                  topic.partitions().stream()
                      .map(p -> new TopicPartition(topic.name(), p.partition())))
          .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
        throws ExecutionException, InterruptedException, TimeoutException {
      var question = new HashMap<TopicPartition, OffsetSpec>();
      partitions.forEach(partition -> question.put(partition, spec));
      var answer = new HashMap<TopicPartition, Long>();
      admin
          .listOffsets(question)
          .all()
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
          .forEach((partition, found) -> answer.put(partition, found.offset()));
      return answer;
    }

    @Override
    public boolean caughtUp() {
      return endsByGroup.isEmpty();
    }

    @Override
    public void checkpointCompleted() {
      if (!caughtUp()) {
        forgetReached(this::committed);
      }
    }

    /** Drops the partitions whose end is reached, and the groups that have no others. */
    private void forgetReached(Positions positions) {
      endsByGroup
          .entrySet()
          .removeIf(
              group -> {
                var reached = positions.of(group.getKey());
                group
                    .getValue()
                    .entrySet()
                    .removeIf(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
                return group.getValue().isEmpty();
              });
    }

    private Map<TopicPartition, Long> committed(String group) {
      var positions = new HashMap<TopicPartition, Long>();
      try {
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .forEach(
                (partition, offset) -> {
                  if (offset != null) {
                    positions.put(partition, offset.offset());
                  }
                });
      } catch (ExecutionException | TimeoutException e) {
        LOG.info("Positions of {} are not known yet: {}", group, e.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return positions;
    }

    @Override
    public void close() {
      admin.close(java.time.Duration.ofSeconds(1));
    }

    /** The committed positions of a consumer group. */
    private interface Positions {
      Map<TopicPartition, Long> of(String group);
    }
  }
}
