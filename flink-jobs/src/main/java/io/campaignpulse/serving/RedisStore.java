package io.campaignpulse.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.ChangeNotice;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.util.JedisURIHelper;

/** Redis as the store of views: one pipeline a batch, then one notice of what changed. */
final class RedisStore implements ViewStore {
  /** Redis being away must not hold up the job for longer than this at a time. */
  private static final int TIMEOUT_MILLIS = 2_000;

  private final RedisClient redis;

  RedisStore(String uri) {
    var address = URI.create(uri);
    redis =
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(address))
            .clientConfig(
                DefaultJedisClientConfig.builder(address)
                    .connectionTimeoutMillis(TIMEOUT_MILLIS)
                    .socketTimeoutMillis(TIMEOUT_MILLIS)
                    .build())
            .build();
  }

  @Override
  public void write(Collection<ViewWrite> views) {
    List<Response<?>> answers = new ArrayList<>();
    try (var pipeline = redis.pipelined()) {
      var neighbours = new Neighbours();
      for (var view : views) {
        if (!neighbours.take(view)) {
          answers.add(neighbours.write(pipeline));
          neighbours = new Neighbours();
          neighbours.take(view);
        }
      }
      answers.add(neighbours.write(pipeline));
      if (views.stream().anyMatch(RedisStore::announced)) {
        answers.add(pipeline.publish(RedisKeys.CHANGES, notice(views)));
      }
      pipeline.sync();
    }
    // A pipeline keeps errors to itself until each answer is asked for.
    answers.forEach(Response::get);
  }

  /** Nobody waits for changes of a single customer: who looks at one asks. */
  private static boolean announced(ViewWrite view) {
    return view.campaignId() != null
        || view.key().equals(RedisKeys.ARRIVALS)
        || queue(view) != null;
  }

  /** The queue whose calls or state this is; null for other views. */
  private static String queue(ViewWrite view) {
    return view.key().equals(RedisKeys.QUEUES) ? view.field() : RedisKeys.queueOf(view.key());
  }

  private static String notice(Collection<ViewWrite> views) {
    Map<String, List<Long>> campaigns = new TreeMap<>();
    var queues = new TreeSet<String>();
    var arrivals = false;
    for (var view : views) {
      arrivals |= view.key().equals(RedisKeys.ARRIVALS);
      if (queue(view) != null) {
        queues.add(queue(view));
      }
      if (view.campaignId() != null) {
        var minutes = campaigns.computeIfAbsent(view.campaignId(), id -> new ArrayList<>());
        if (view.minute() != null) {
          minutes.add(view.minute());
        }
      }
    }
    try {
      return Json.MAPPER.writeValueAsString(new ChangeNotice(campaigns, arrivals, queues));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    redis.close();
  }
}
