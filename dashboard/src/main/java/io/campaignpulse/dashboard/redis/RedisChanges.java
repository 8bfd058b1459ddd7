package io.campaignpulse.dashboard.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.dashboard.ports.ChangeFeed;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.ChangeNotice;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The announcements of changes over Redis, on a line that is opened again whenever it breaks, or
 * when not even a ping is answered on it: a network may lose a line without telling either end.
 */
public final class RedisChanges implements ChangeFeed {
  private static final Logger LOG = LoggerFactory.getLogger(RedisChanges.class);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final Duration SILENCE = Duration.ofSeconds(4);

  private final URI uri;
  private final Duration silence;

  public RedisChanges(String uri) {
    this(uri, SILENCE);
  }

  /** The line counts as lost after this silence. */
  RedisChanges(String uri, Duration silence) {
    this.uri = URI.create(uri);
    this.silence = silence;
  }

  @Override
  public AutoCloseable listen(Listener listener) {
    var subscription = new Subscription(uri, listener, silence);
    start("redis-changes", subscription::run);
    start("redis-pulse", subscription::watch);
    return subscription::close;
  }

  private static void start(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** One listener's line. */
  private static final class Subscription extends JedisPubSub {
    private final URI uri;
    private final Listener listener;
    private final Duration silence;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Jedis line;
    private volatile long heardAt;
    private volatile long pause = FIRST_PAUSE_MILLIS;

    Subscription(URI uri, Listener listener, Duration silence) {
      this.uri = uri;
      this.listener = listener;
      this.silence = silence;
    }

    void run() {
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
      heard();
      try (var opened = new Jedis(uri)) {
        line = opened;
        if (closed.getCount() > 0) {
          opened.subscribe(this, RedisKeys.CHANGES);
        }
      } catch (JedisException e) {
        LOG.debug("the line to Redis is down", e);
      } catch (RuntimeException e) {
        // Whoever listens may have failed to read: told "connected", they can try again.
        LOG.warn("a listener failed; the line to Redis is opened again", e);
      } finally {
        line = null;
      }
    }

    /** Asks for a sign of life now and then, and cuts a line that has given none for too long. */
    void watch() {
      try {
        while (!closed.await(silence.toMillis() / 4, TimeUnit.MILLISECONDS)) {
          look();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void look() {
      var watched = line;
      try {
        if (watched != null && System.nanoTime() - heardAt > silence.toNanos()) {
          LOG.warn("Redis is silent; the line to it is opened again");
          watched.disconnect();
        } else if (isSubscribed()) {
          ping();
        }
      } catch (JedisException e) {
        LOG.debug("the line to Redis is down", e);
      }
    }

    void close() {
      closed.countDown();
      var open = line;
      if (isSubscribed()) {
        unsubscribe();
      } else if (open != null) {
        open.disconnect();
      }
    }

    private void heard() {
      heardAt = System.nanoTime();
    }

    @Override
    public void onSubscribe(String channel, int channels) {
      heard();
      pause = FIRST_PAUSE_MILLIS;
      listener.connected();
    }

    @Override
    public void onPong(String pattern) {
      heard();
    }

    @Override
    public void onMessage(String channel, String message) {
      heard();
      try {
        listener.changed(Json.MAPPER.readValue(message, ChangeNotice.class));
      } catch (JsonProcessingException e) {
        LOG.warn("an announcement can't be read: {}", message, e);
      }
    }
  }
}
