package io.campaignpulse.standalone.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.dashboard.ports.ChangeFeed;
import io.campaignpulse.dashboard.redis.RedisChanges;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.ChangeNotice;
import io.campaignpulse.simulators.load.LoadPlan;
import io.campaignpulse.standalone.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import redis.clients.jedis.RedisClient;

/**
 * Reads the figures of changed campaigns from Redis as soon as their change is announced, and those
 * of all once more when the line was broken.
 */
final class RedisWatch implements ResultWatch, ChangeFeed.Listener {
  private static final long CONNECTED_WITHIN_SECONDS = 30;

  private final Interactions interactions;
  private final LongConsumer counted;
  private final Decisions decisions;
  private final RedisClient redis;
  private final AutoCloseable line;
  private final Set<String> seen = new HashSet<>();
  private final CountDownLatch connected = new CountDownLatch(1);

  private RedisWatch(String uri, String campaignPrefix, LongConsumer counted, Decisions decisions) {
    this.redis = RedisClient.create(uri);
    this.decisions = decisions;
    this.interactions = new Interactions(campaignPrefix);
    this.counted = counted;
    this.line = new RedisChanges(uri).listen(this);
  }

  /** Returns once it watches. */
  static RedisWatch open(
      String uri, String campaignPrefix, LongConsumer counted, Decisions decisions)
      throws InterruptedException {
    var watch = new RedisWatch(uri, campaignPrefix, counted, decisions);
    if (!watch.connected.await(CONNECTED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      watch.close();
      throw new Refusal("load: Redis at " + uri + " does not answer");
    }
    return watch;
  }

  @Override
  public void connected() {
    decisions.look(redis);
    read(seen.toArray(String[]::new));
    connected.countDown();
  }

  @Override
  public void changed(ChangeNotice notice) {
    if (notice.queues().contains(LoadPlan.QUEUE)) {
      decisions.look(redis);
    }
    var keys =
        notice.campaigns().keySet().stream()
            .filter(interactions::counts)
            .map(RedisKeys::figures)
            .toArray(String[]::new);
    seen.addAll(Set.of(keys));
    read(keys);
  }

  private void read(String[] keys) {
    if (keys.length == 0) {
      return;
    }
    for (var json : redis.mget(keys)) {
      if (json != null) {
        var figures = figures(json);
        interactions.take(figures.campaignId(), figures.totals());
      }
    }
    counted.accept(interactions.total());
  }

  private static CampaignFigures figures(String json) {
    try {
      return Json.MAPPER.readValue(json, CampaignFigures.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  @Override
  public void close() {
    try {
      line.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    redis.close();
  }
}
