package io.campaignpulse.standalone;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a process was told to be: read once, checked here, printed at start. An endpoint that is not
 * given is embedded.
 *
 * @param port of the dashboard; 0 takes a free one
 * @param lateness how late an event may come and still be counted
 * @param history how long a customer's events stay in state
 * @param kafka client properties of an outside Kafka, {@code bootstrap.servers} among them
 * @param redisUri of an outside Redis, with user, password and TLS as the URI says
 * @param flink settings that replace those of the jobs, and of the embedded Flink
 */
public record Settings(
    int port,
    Path data,
    Currency currency,
    Duration lateness,
    Duration history,
    Optional<Map<String, String>> kafka,
    Optional<String> redisUri,
    Map<String, String> flink) {

  private static final int LAST_PORT = 65_535;
  private static final Pattern ADDRESSES = Pattern.compile("[^,\\s]+:\\d+(,[^,\\s]+:\\d+)*");
  private static final List<String> REDIS = List.of("redis", "rediss");

  /** A hundred years; Kafka keeps nothing longer, and sums of times stay in bounds. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  public Settings {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "--port: %d is not between 0 and %d".formatted(port, LAST_PORT));
    }
    if (lateness.isNegative()) {
      throw new IllegalArgumentException("--lateness: " + lateness + " is negative");
    }
    if (history.isNegative() || history.isZero()) {
      throw new IllegalArgumentException("--history: " + history + " is not positive");
    }
    if (history.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "--history: %s is longer than %s".formatted(history, words(LONGEST)));
    }
    if (history.compareTo(lateness) < 0) {
      throw new IllegalArgumentException(
          "--history: %s is shorter than the lateness of %s".formatted(history, lateness));
    }
    kafka.map(client -> client.get("bootstrap.servers")).ifPresent(Settings::requireAddresses);
    redisUri.ifPresent(Settings::requireRedis);
    kafka = kafka.map(Map::copyOf);
    flink = Map.copyOf(flink);
  }

  private static void requireAddresses(String kafka) {
    if (!ADDRESSES.matcher(kafka).matches()) {
      throw new IllegalArgumentException(
          "--kafka: '%s' is not HOST:PORT, or several with commas".formatted(kafka));
    }
  }

  private static void requireRedis(String given) {
    try {
      var uri = new URI(given);
      if (uri.getScheme() != null
          && REDIS.contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getPort() >= 0) {
        return;
      }
    } catch (URISyntaxException none) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "--redis is not redis://HOST:PORT, or rediss://USER:PASSWORD@HOST:PORT");
  }

  /** The settings in words, without secrets. */
  public String summary() {
    return "currency %s, lateness %s, history %s, data in %s"
        .formatted(currency, words(lateness), words(history), data.toAbsolutePath().normalize());
  }

  /** Whole days as days, which {@link Duration#toString} shows as hours. */
  private static String words(Duration duration) {
    var days = Duration.ofDays(duration.toDays());
    return days.equals(duration) && days.toDays() > 1
        ? "P" + days.toDays() + "D"
        : duration.toString();
  }
}
