package io.campaignpulse.dashboard.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.dashboard.ports.ChangeFeed;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.ChangeNotice;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** The announcements of changes over Redis, on a line that is opened again whenever it breaks. */
public final class RedisChanges implements ChangeFeed {
  private static final Logger LOG = LoggerFactory.getLogger(RedisChanges.class);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final URI uri;

  public RedisChanges(String uri) {
    this.uri = URI.create(uri);
  }

  @Override
  public AutoCloseable listen(Listener listener) {
    var subscription = new Subscription(uri, listener);
    var thread = new Thread(subscription, "redis-changes");
    thread.setDaemon(true);
    thread.start();
    return subscription::close;
  }

  /** One listener's line. */
  private static final class Subscription extends JedisPubSub implements Runnable {
    private final URI uri;
    private final Listener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile RedisClient client;
    private long pause = FIRST_PAUSE_MILLIS;

    Subscription(URI uri, Listener listener) {
      this.uri = uri;
      this.listener = listener;
    }

    @Override
    public void run() {
      try {
        do {
          hear();
          pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        } while (!closed.await(pause, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void hear() {
      try (var opened = RedisClient.create(uri)) {
        client = opened;
        if (closed.getCount() > 0) {
          opened.subscribe(this, RedisKeys.CHANGES);
        }
      } catch (JedisException e) {
        LOG.debug("the line to Redis is down", e);
      }
    }

    void close() {
      closed.countDown();
      if (isSubscribed()) {
        unsubscribe();
      } else if (client != null) {
        client.close();
      }
    }

    @Override
    public void onSubscribe(String channel, int channels) {
      pause = FIRST_PAUSE_MILLIS;
      listener.connected();
    }

    @Override
    public void onMessage(String channel, String message) {
      try {
        listener.changed(Json.MAPPER.readValue(message, ChangeNotice.class));
      } catch (JsonProcessingException e) {
        LOG.warn("an announcement can't be read: {}", message, e);
      }
    }
  }
}
