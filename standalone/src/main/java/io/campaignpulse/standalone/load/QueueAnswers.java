package io.campaignpulse.standalone.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.views.QuarterHour;
import io.campaignpulse.simulators.load.LoadPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a system answers of a load's queue, held against the recount of its calls. */
final class QueueAnswers {
  /** What counts for the level is of the last hour, of which the end of a load takes some. */
  private static final Duration LEVEL_OF = Duration.ofMinutes(55);

  /** The quarter that a load begins in must be shown still when all of it is. */
  private static final Duration SHOWN = Duration.ofMinutes(15L * (QuarterHour.SHOWN - 1));

  private final Rest rest;

  QueueAnswers(Rest rest) {
    this.rest = rest;
  }

  private JsonNode queue() {
    return rest.get("queues/" + LoadPlan.QUEUE);
  }

  /** Whether a load's calls would be the only ones that the queue tells of. */
  boolean none() {
    var queue = queue();
    long calls = 0;
    for (var quarter : queue.path("arrivals")) {
      calls += quarter.path("calls").asLong();
    }
    return calls == 0 && queue.path("serviceLevel").path("answered").asLong() == 0;
  }

  /**
   * Each difference in words; none if all is as recounted.
   *
   * @param took how long the load's events are apart at most
   */
  List<String> differences(CallsRecount expected, Duration took) {
    var queue = queue();
    var all = new ArrayList<String>();
    if (took.compareTo(SHOWN) < 0) {
      expected
          .arrivals()
          .forEach(
              (from, calls) -> compare(all, "calls from " + from, arrived(queue, from), calls));
    }
    if (took.compareTo(LEVEL_OF) < 0) {
      var level = queue.path("serviceLevel");
      compare(all, "answered", level.path("answered").asLong(), expected.answered());
      var within = level.path("answeredWithin").asLong();
      compare(all, "answeredWithin", within, expected.answeredWithin());
      compare(all, "abandoned", level.path("abandoned").asLong(), 0);
    }
    return all;
  }

  private static long arrived(JsonNode queue, Instant from) {
    for (var quarter : queue.path("arrivals")) {
      if (from.toString().equals(quarter.path("from").asText())) {
        return quarter.path("calls").asLong();
      }
    }
    return 0;
  }

  private static void compare(List<String> all, String figure, long shown, long expected) {
    if (shown != expected) {
      all.add("queue %s %s: %d and not %d".formatted(LoadPlan.QUEUE, figure, shown, expected));
    }
  }
}
