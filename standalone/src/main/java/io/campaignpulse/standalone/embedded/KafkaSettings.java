package io.campaignpulse.standalone.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The settings of the embedded broker: one node, small files, nothing deleted by age. */
final class KafkaSettings {
  static final int NODE = 1;

  /** Longer than any history: record timestamps are event times, often years apart. */
  private static final String NEVER = Long.toString(Duration.ofDays(36_500).toMillis());

  private static final String MEBIBYTES_64 = Integer.toString(64 << 20);

  private KafkaSettings() {}

  static Properties of(Path directory, int port, int controllerPort) {
    var all = new Properties();
    for (var part : List.of(addresses(port, controllerPort), RETENTION, ONE_NODE, SMALL)) {
      all.putAll(part);
    }
    all.put("log.dirs", directory.toString());
    return all;
  }

  private static Map<String, String> addresses(int port, int controllerPort) {
    var broker = "PLAINTEXT://127.0.0.1:" + port;
    return Map.of(
        "node.id",
        Integer.toString(NODE),
        "process.roles",
        "broker,controller",
        "listeners",
        broker + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners",
        broker,
        "controller.listener.names",
        "CONTROLLER",
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "controller.quorum.voters",
        NODE + "@127.0.0.1:" + controllerPort);
  }

  private static final Map<String, String> RETENTION =
      Map.of(
          "log.retention.ms",
          "-1",
          "log.retention.bytes",
          "-1",
          "log.roll.ms",
          NEVER,
          "log.message.timestamp.type",
          "CreateTime",
          "log.message.timestamp.before.max.ms",
          Long.toString(Long.MAX_VALUE),
          "log.message.timestamp.after.max.ms",
          Long.toString(Long.MAX_VALUE));

  /** After a hard kill the next start waits out the session of the dead broker. */
  private static final Map<String, String> ONE_NODE =
      Map.of(
          "default.replication.factor", "1",
          "min.insync.replicas", "1",
          "offsets.topic.replication.factor", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "group.initial.rebalance.delay.ms", "0",
          "broker.session.timeout.ms", "3000",
          "broker.heartbeat.interval.ms", "500");

  private static final Map<String, String> SMALL =
      Map.of(
          "auto.create.topics.enable", "false",
          "num.partitions", "4",
          "offsets.topic.num.partitions", "4",
          "transaction.state.log.num.partitions", "4",
          "log.segment.bytes", MEBIBYTES_64,
          "log.index.size.max.bytes", Integer.toString(1 << 20),
          "metadata.log.segment.bytes", MEBIBYTES_64,
          "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20),
          "num.io.threads", "4",
          "background.threads", "2");
}
