package io.campaignpulse.serving;

import io.campaignpulse.serving.Remaining.Partition;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Catching up with Kafka: when an operator opens, the ends of all partitions are noted, as whatever
 * was served before lies below them.
 */
public record KafkaCatchUp(Map<String, String> kafka, List<String> topics) implements CatchUp {
  private static final long serialVersionUID = 1L;
  private static final long TIMEOUT_SECONDS = 20;

  @Override
  public Progress start() {
    var admin = Admin.create(new HashMap<String, Object>(kafka));
    try {
      return new Remaining(ends(admin));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Kafka", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka did not tell the ends of its topics", e);
    } finally {
      admin.close(Duration.ofSeconds(1));
    }
  }

  private Map<Partition, Long> ends(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    var partitions = partitions(admin);
    var first = offsets(admin, partitions, OffsetSpec.earliest());
    var ends = new HashMap<Partition, Long>();
    offsets(admin, partitions, OffsetSpec.latest())
        .forEach(
            (partition, end) -> {
              if (end > first.get(partition)) {
                ends.put(new Partition(partition.topic(), partition.partition()), end);
              }
            });
    return ends;
  }

  private List<TopicPartition> partitions(Admin admin)
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

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
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
}
