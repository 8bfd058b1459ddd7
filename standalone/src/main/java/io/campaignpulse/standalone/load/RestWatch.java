package io.campaignpulse.standalone.load;

import io.campaignpulse.standalone.Watch;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Asks for the headlines of all campaigns again and again, as a script would. */
final class RestWatch implements ResultWatch {
  static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(25);

  private final Interactions interactions;
  private final Watch watch;

  RestWatch(Rest rest, String campaignPrefix, LongConsumer counted) {
    interactions = new Interactions(campaignPrefix);
    watch =
        Watch.every(
            BETWEEN_QUESTIONS,
            "rest-watch",
            () -> {
              rest.get("campaigns").forEach(interactions::take);
              counted.accept(interactions.total());
            });
  }

  @Override
  public void close() {
    watch.close();
  }
}
