package io.campaignpulse.jobs;

import java.time.Duration;
import java.util.Currency;
import java.util.Map;

/**
 * What a job needs to know of the world.
 *
 * @param kafka client properties, {@code bootstrap.servers} among them
 * @param redisUri such as {@code redis://127.0.0.1:6379}
 * @param lateness how far events may be out of order and still count
 * @param history how long an event is remembered in detail, so that a late link, a bounce or a
 *     changed campaign still moves it
 * @param currency the reporting currency
 */
public record JobSettings(
    Map<String, String> kafka,
    String redisUri,
    Duration lateness,
    Duration history,
    Currency currency) {
  public JobSettings {
    if (!kafka.containsKey("bootstrap.servers")) {
      throw new IllegalArgumentException("kafka: bootstrap.servers is missing");
    }
    if (lateness.isNegative()) {
      throw new IllegalArgumentException("lateness: " + lateness + " is negative");
    }
    if (history.compareTo(lateness) < 0) {
      throw new IllegalArgumentException(
          "history: " + history + " is shorter than the lateness, " + lateness);
    }
    kafka = Map.copyOf(kafka);
  }
}
