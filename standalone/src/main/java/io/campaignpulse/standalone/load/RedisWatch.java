package io.campaignpulse.standalone.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.ChangeNotice;
import io.campaignpulse.simulators.load.LoadPlan;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** Reads the figures of changed campaigns from Redis as soon as their change is announced. */
final class RedisWatch extends JedisPubSub implements ResultWatch {
  private final Interactions interactions;
  private final LongConsumer counted;
  private final Decisions decisions;
  private final RedisClient redis;
  private final CountDownLatch subscribed = new CountDownLatch(1);

  private RedisWatch(
      RedisClient redis, String campaignPrefix, LongConsumer counted, Decisions decisions) {
    this.redis = redis;
    this.decisions = decisions;
    this.interactions = new Interactions(campaignPrefix);
    this.counted = counted;
  }

  /** Returns once it watches. */
  static RedisWatch open(
      String uri, String campaignPrefix, LongConsumer counted, Decisions decisions)
      throws InterruptedException {
    var watch = new RedisWatch(RedisClient.create(uri), campaignPrefix, counted, decisions);
    var listener = new Thread(() -> watch.listen(URI.create(uri)), "redis-watch");
    listener.setDaemon(true);
    listener.start();
    watch.subscribed.await();
    return watch;
  }

  private void listen(URI uri) {
    try (var connection = new Jedis(uri)) {
      connection.subscribe(this, RedisKeys.CHANGES);
    } catch (JedisException gone) {
      // Redis ended: what it doesn't show any more is missed in the counts.
    } finally {
      subscribed.countDown();
    }
  }

  @Override
  public void onSubscribe(String channel, int subscriptions) {
    subscribed.countDown();
  }

  @Override
  public void onMessage(String channel, String message) {
    try {
      var notice = Json.MAPPER.readValue(message, ChangeNotice.class);
      if (notice.queues().contains(LoadPlan.QUEUE)) {
        decisions.look(redis);
      }
      var keys =
          notice.campaigns().keySet().stream()
              .filter(interactions::counts)
              .map(RedisKeys::figures)
              .toArray(String[]::new);
      if (keys.length > 0) {
        read(keys);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(message, e);
    }
  }

  private void read(String[] keys) throws JsonProcessingException {
    for (var json : redis.mget(keys)) {
      if (json != null) {
        var figures = Json.MAPPER.readValue(json, CampaignFigures.class);
        interactions.take(figures.campaignId(), figures.totals());
      }
    }
    counted.accept(interactions.total());
  }

  @Override
  public void close() {
    unsubscribe();
    redis.close();
  }
}
