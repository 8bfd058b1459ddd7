package io.campaignpulse.standalone.load;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Asks for the headlines of all campaigns again and again, as a script would. */
final class RestWatch implements ResultWatch {
  static final long BETWEEN_QUESTIONS_MILLIS = 25;

  private final Interactions interactions;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "rest-watch");
            thread.setDaemon(true);
            return thread;
          });

  RestWatch(Rest rest, String campaignPrefix, LongConsumer counted) {
    interactions = new Interactions(campaignPrefix);
    clock.scheduleWithFixedDelay(
        () -> {
          rest.get("campaigns").forEach(interactions::take);
          counted.accept(interactions.total());
        },
        0,
        BETWEEN_QUESTIONS_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
