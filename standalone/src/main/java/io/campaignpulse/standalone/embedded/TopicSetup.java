package io.campaignpulse.standalone.embedded;

import io.campaignpulse.events.Topics;
import io.campaignpulse.standalone.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that a Kafka cluster lacks and leaves those it has as they are. */
public final class TopicSetup {
  /** As many as there are where nobody says how many there should be. */
  public static final int PARTITIONS = 2;

  private static final String SEGMENT_BYTES = Integer.toString(32 << 20);

  private TopicSetup() {}

  /** Returns how many topics were created. */
  public static int ensure(Map<String, String> kafka, Collection<Topics.Definition> plans) {
    return ensure(kafka, plans, PARTITIONS);
  }

  /**
   * The same for so many readers of each topic. Each partition gets batches of its own, and at some
   * thousand events a second a batch is hardly more than one event where there are many: the
   * broker, its clients and the job pay for batches.
   */
  public static int ensure(
      Map<String, String> kafka, Collection<Topics.Definition> plans, int readers) {
    return ensure(kafka, plans, plan -> readers);
  }

  /** The same with a number of partitions for each topic. */
  public static int ensure(
      Map<String, String> kafka,
      Collection<Topics.Definition> plans,
      ToIntFunction<String> partitions) {
    try (var admin = Admin.create(Map.<String, Object>copyOf(kafka))) {
      var present = admin.listTopics().names().get();
      return create(admin, missing(plans, present, partitions));
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    } catch (ExecutionException failure) {
      throw new Refusal(
          "Kafka at %s refused the topics: %s"
              .formatted(kafka.get("bootstrap.servers"), failure.getCause().getMessage()),
          failure);
    }
  }

  private static List<NewTopic> missing(
      Collection<Topics.Definition> plans, Set<String> present, ToIntFunction<String> partitions) {
    return plans.stream()
        .filter(plan -> !present.contains(plan.name()))
        .map(plan -> definition(plan, partitions.applyAsInt(plan.name())))
        .toList();
  }

  /**
   * Events are kept for good: the serving store can be rebuilt from them. Of what is compacted only
   * closed segments are, so these are small: ranks are written all the time.
   */
  private static NewTopic definition(Topics.Definition plan, int partitions) {
    var kept =
        plan.compacted()
            ? Map.of("cleanup.policy", "compact", "segment.bytes", SEGMENT_BYTES)
            : Map.of("retention.ms", "-1");
    return new NewTopic(plan.name(), Optional.of(partitions), Optional.empty()).configs(kept);
  }

  private static int create(Admin admin, List<NewTopic> topics)
      throws InterruptedException, ExecutionException {
    int created = 0;
    for (var result : admin.createTopics(topics).values().values()) {
      try {
        result.get();
        created++;
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof TopicExistsException)) {
          throw failure;
        }
      }
    }
    return created;
  }
}
