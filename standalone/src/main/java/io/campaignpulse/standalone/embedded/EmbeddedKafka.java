package io.campaignpulse.standalone.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker (KRaft, one node) in this process, whose topics live in a directory. */
public final class EmbeddedKafka implements AutoCloseable {
  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final BrokerExit exit;

  private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers, BrokerExit exit) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.exit = exit;
  }

  /**
   * Starts the broker on free loopback ports; returns once it takes requests.
   *
   * @param gaveUp told once, with the reason, if it can't go on after that
   */
  public static EmbeddedKafka start(Path directory, Consumer<String> gaveUp) throws Exception {
    Files.createDirectories(directory);
    formatOnce(directory);
    var exit = new BrokerExit(gaveUp);
    Exit.setExitProcedure(exit);
    Exit.setHaltProcedure(exit);
    int port = FreePort.any();
    var settings = KafkaSettings.of(directory, port, FreePort.any());
    var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (Exception | Error failure) {
      server.shutdown();
      throw failure;
    }
    exit.watch();
    return new EmbeddedKafka(server, "127.0.0.1:" + port, exit);
  }

  private static void formatOnce(Path directory) throws Exception {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    var name = directory.toString();
    new Formatter()
        .setNodeId(KafkaSettings.NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .setDirectories(List.of(name))
        .setMetadataLogDirectory(name)
        .setControllerListenerName("CONTROLLER")
        .setIgnoreFormatted(true)
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setSupportedFeatures(Arrays.asList(Feature.PRODUCTION_FEATURES.toArray(new Feature[0])))
        .setReleaseVersion(MetadataVersion.latestProduction())
        .run();
  }

  /** Where clients connect: {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() throws IOException {
    exit.rest();
    server.shutdown();
    server.awaitShutdown();
  }
}
