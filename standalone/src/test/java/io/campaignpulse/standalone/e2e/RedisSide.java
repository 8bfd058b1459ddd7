package io.campaignpulse.standalone.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.standalone.truth.Figures;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.ShutdownParams;

/** The Redis of a running system, and what it serves. */
final class RedisSide implements AutoCloseable {
  private final URI uri;
  private final RedisClient redis;

  RedisSide(String uri) {
    this.uri = URI.create(uri);
    this.redis = RedisClient.create(uri);
  }

  /** The figures and minutes of these campaigns, in the form of {@link Figures}. */
  Map<String, Tally> figures(Collection<String> campaigns) {
    var all = new TreeMap<String, Tally>();
    for (var id : campaigns) {
      campaign(id).ifPresent(figures -> add(all, figures));
      redis
          .hgetAll(RedisKeys.minutes(id))
          .forEach((minute, tally) -> all.put(id + " minute " + minute, read(tally, Tally.class)));
    }
    all.values().removeIf(Tally::zero);
    return all;
  }

  /** The sum of a campaign's figures by channel and segment. */
  Tally cells(String campaign) {
    var sum = new Tally();
    for (var cell : redis.hvals(RedisKeys.cells(campaign))) {
      sum.add(read(cell, CellFigures.class).figures());
    }
    return sum;
  }

  /** What these customers are shown to be worth, of those of whom that is shown. */
  Map<String, CustomerValue> values(Collection<String> customers) {
    var values = new HashMap<String, CustomerValue>();
    try (var pipeline = redis.pipelined()) {
      var answers = new HashMap<String, Response<String>>();
      for (var id : customers) {
        answers.put(id, pipeline.hget(RedisKeys.customer(id), RedisKeys.VALUE));
      }
      pipeline.sync();
      answers.forEach(
          (id, json) -> {
            if (json.get() != null) {
              values.put(id, read(json.get(), CustomerValue.class));
            }
          });
    }
    return values;
  }

  private static void add(Map<String, Tally> all, CampaignFigures figures) {
    var id = figures.campaignId();
    all.put(id + " totals", figures.totals());
    figures
        .byChannel()
        .forEach((key, t) -> all.put(id + " channel " + key, Figures.withoutLift(t)));
    figures.byVariant().forEach((key, t) -> all.put(id + " variant " + key, t));
    figures
        .bySegment()
        .forEach((key, t) -> all.put(id + " segment " + key, Figures.withoutLift(t)));
  }

  Optional<CampaignFigures> campaign(String id) {
    return Optional.ofNullable(redis.get(RedisKeys.figures(id)))
        .map(json -> read(json, CampaignFigures.class));
  }

  /** How far the views were written: grows at least once a second while the jobs live. */
  long version() {
    return arrivals().map(Arrivals::version).orElse(0L);
  }

  Optional<Arrivals> arrivals() {
    return Optional.ofNullable(redis.get(RedisKeys.ARRIVALS))
        .map(json -> read(json, Arrivals.class));
  }

  /** How many events were read so far, refused ones included. */
  long eventsCounted() {
    return arrivals().stream()
        .flatMap(arrivals -> arrivals.byTopic().values().stream())
        .mapToLong(Arrivals.Count::events)
        .sum();
  }

  void empty() {
    redis.flushAll();
  }

  /** Ends the server, which nobody else does once its parent was killed. */
  void end() {
    try (var connection = new Jedis(uri)) {
      connection.shutdown(ShutdownParams.shutdownParams().nosave());
    } catch (JedisConnectionException gone) {
      // as it should be
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  @Override
  public void close() {
    redis.close();
  }
}
