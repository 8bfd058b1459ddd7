package io.campaignpulse.dashboard;

import java.util.Currency;
import java.util.Map;

/**
 * What the dashboard needs to start.
 *
 * @param port 0 takes a free one
 * @param kafka client settings, at least {@code bootstrap.servers}; security options pass through
 * @param simulated whether the events come from a simulator, which every page says
 * @param bodyLimit the largest request body taken, in bytes
 */
public record DashboardSettings(
    String host,
    int port,
    Map<String, String> kafka,
    String redisUri,
    Currency currency,
    boolean simulated,
    long bodyLimit) {
  public static final long DEFAULT_BODY_LIMIT = 32L << 20;

  public DashboardSettings {
    require(!host.isBlank(), "host: is empty");
    require(port >= 0 && port <= 65535, "port: " + port + " is not within 0 to 65535");
    require(kafka.containsKey("bootstrap.servers"), "kafka: bootstrap.servers is missing");
    require(
        redisUri.startsWith("redis"), "redisUri: " + redisUri + " is not redis:// or rediss://");
    require(bodyLimit > 0 && bodyLimit < Integer.MAX_VALUE, "bodyLimit: " + bodyLimit);
    kafka = Map.copyOf(kafka);
  }

  public DashboardSettings(
      String host,
      int port,
      Map<String, String> kafka,
      String redisUri,
      Currency currency,
      boolean simulated) {
    this(host, port, kafka, redisUri, currency, simulated, DEFAULT_BODY_LIMIT);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
