package io.campaignpulse.standalone.flink;

import io.campaignpulse.standalone.Refusal;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.rest.messages.ClusterConfigurationInfoHeaders;
import org.apache.flink.runtime.rest.messages.EmptyMessageParameters;
import org.apache.flink.runtime.rest.messages.EmptyRequestBody;
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

  private static final long PATIENCE_SECONDS = 20;

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

  /** Submits the job that {@code define} builds, unless it runs there; returns its id. */
  public String submit(String name, Consumer<StreamExecutionEnvironment> define) throws Exception {
    var configuration = configuration(name);
    var environment =
        StreamExecutionEnvironment.createRemoteEnvironment(host, port, configuration, jars());
    define.accept(environment);
    return environment.executeAsync(name).getJobID().toHexString();
  }

  private Configuration configuration(String name) throws Exception {
    try (var cluster = new RestClusterClient<>(address(), StandaloneClusterId.getInstance())) {
      requireNoneRuns(name, cluster.listJobs().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      var own = new HashMap<String, String>();
      cluster
          .sendRequest(
              ClusterConfigurationInfoHeaders.getInstance(),
              EmptyMessageParameters.getInstance(),
              EmptyRequestBody.getInstance())
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .forEach(entry -> own.put(entry.getKey(), entry.getValue()));
      return RemoteSettings.of(own, settings);
    } catch (ExecutionException | TimeoutException away) {
      throw new Refusal("--flink: no Flink answers at " + host + ":" + port, away);
    }
  }

  private Configuration address() {
    return new Configuration()
        .set(RestOptions.ADDRESS, host)
        .set(RestOptions.PORT, port)
        .set(RestOptions.RETRY_MAX_ATTEMPTS, 3);
  }

  /** Two of them would write different figures to the same places. */
  static void requireNoneRuns(String name, Collection<JobStatusMessage> jobs) {
    for (var job : jobs) {
      if (job.getJobName().equals(name) && !job.getJobState().isGloballyTerminalState()) {
        throw new Refusal(
            "%s already runs there as job %s; cancel that first".formatted(name, job.getJobId()));
      }
    }
  }

  /** The jars of this program that its jobs need. */
  private static String[] jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> ships(Path.of(entry).getFileName().toString()))
        .toArray(String[]::new);
  }

  static boolean ships(String jar) {
    return !NOT_SHIPPED.matcher(jar).matches();
  }
}
