package io.campaignpulse.standalone.flink;

import io.campaignpulse.standalone.Refusal;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** An existing Flink cluster, reached through its REST interface. */
public final class RemoteFlink {
  /** What a cluster brings itself, and what only the embedded parts need. */
  private static final Pattern NOT_SHIPPED =
      Pattern.compile(
          "(flink-(?!connector-kafka|connector-base|jobs).*|standalone-.*|dashboard-.*|simulators-.*"
              + "|log4j-.*|slf4j-.*|kafka_.*|kafka-(?!clients).*|scala-.*|jetty-.*|javalin-.*"
              + "|kotlin-.*|embedded-redis-.*|frocksdbjni-.*|echarts-.*|picocli-.*|jline-.*"
              + "|jakarta\\..*|micrometer-.*|prometheus-.*|kryo-.*|flink-shaded-.*)\\.jar");

  private final String host;
  private final int port;
  private final Map<String, String> settings;

  public RemoteFlink(String address, Map<String, String> settings) {
    int colon = address.lastIndexOf(':');
    try {
      this.host = address.substring(0, colon);
      this.port = Integer.parseInt(address.substring(colon + 1));
    } catch (IndexOutOfBoundsException | NumberFormatException wrong) {
      throw new Refusal("--flink: '" + address + "' is not HOST:PORT", wrong);
    }
    this.settings = settings;
  }

  /** Submits the job that {@code define} builds; returns its id. */
  public String submit(String name, Consumer<StreamExecutionEnvironment> define) throws Exception {
    var configuration = Configuration.fromMap(settings);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    var environment =
        StreamExecutionEnvironment.createRemoteEnvironment(host, port, configuration, jars());
    define.accept(environment);
    return environment.executeAsync(name).getJobID().toHexString();
  }

  /** The jars of this program that its jobs need. */
  private static String[] jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !NOT_SHIPPED.matcher(Path.of(entry).getFileName().toString()).matches())
        .toArray(String[]::new);
  }
}
