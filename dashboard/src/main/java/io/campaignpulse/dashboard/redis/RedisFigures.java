package io.campaignpulse.dashboard.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/** The figures as they stand in Redis. */
public final class RedisFigures implements FigureStore {
  private final Redis redis;

  public RedisFigures(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Map<String, CampaignFigures> figures(Collection<String> campaignIds) {
    return campaignIds.isEmpty()
        ? Map.of()
        : figures(redis.ask(client -> client.mget(keys(campaignIds))));
  }

  private static String[] keys(Collection<String> campaignIds) {
    return campaignIds.stream().map(RedisKeys::figures).toArray(String[]::new);
  }

  private static Map<String, CampaignFigures> figures(List<String> texts) {
    var found = new HashMap<String, CampaignFigures>();
    for (var text : texts) {
      if (text != null) {
        var figures = parse(text, CampaignFigures.class);
        found.put(figures.campaignId(), figures);
      }
    }
    return found;
  }

  @Override
  public SortedMap<Long, Tally> minutes(String campaignId) {
    var minutes = new TreeMap<Long, Tally>();
    redis
        .ask(client -> client.hgetAll(RedisKeys.minutes(campaignId)))
        .forEach((minute, text) -> minutes.put(Long.valueOf(minute), parse(text, Tally.class)));
    return minutes;
  }

  @Override
  public Map<String, SortedMap<Long, Tally>> minutes(
      Map<String, ? extends Collection<Long>> wanted) {
    return redis.pipelined(reads -> minutes(reads, wanted));
  }

  private static Supplier<Map<String, SortedMap<Long, Tally>>> minutes(
      Pipeline reads, Map<String, ? extends Collection<Long>> wanted) {
    var answers = new HashMap<String, Response<List<String>>>();
    wanted.forEach(
        (id, minutes) -> {
          if (!minutes.isEmpty()) {
            var fields = minutes.stream().map(String::valueOf).toArray(String[]::new);
            answers.put(id, reads.hmget(RedisKeys.minutes(id), fields));
          }
        });
    return () -> {
      var found = new HashMap<String, SortedMap<Long, Tally>>();
      answers.forEach((id, answer) -> found.put(id, tallies(wanted.get(id), answer.get())));
      return found;
    };
  }

  /** Minutes are written before their figures, and read after them: none is missing. */
  @Override
  public Newest newest(Map<String, ? extends Collection<Long>> wanted) {
    if (wanted.isEmpty()) {
      return new Newest(Map.of(), Map.of(), arrivals());
    }
    return redis.pipelined(
        reads -> {
          var arrivals = reads.get(RedisKeys.ARRIVALS);
          var figures = reads.mget(keys(wanted.keySet()));
          var minutes = minutes(reads, wanted);
          return () -> new Newest(figures(figures.get()), minutes.get(), arrivals(arrivals.get()));
        });
  }

  private static SortedMap<Long, Tally> tallies(Collection<Long> minutes, List<String> texts) {
    var found = new TreeMap<Long, Tally>();
    var text = texts.iterator();
    for (var minute : minutes) {
      var json = text.next();
      if (json != null) {
        found.put(minute, parse(json, Tally.class));
      }
    }
    return found;
  }

  @Override
  public Cells cells(String campaignId) {
    return redis.pipelined(
        reads -> {
          var cells = reads.hvals(RedisKeys.cells(campaignId));
          var newest = reads.hvals(RedisKeys.newest(campaignId));
          return () ->
              new Cells(
                  all(cells.get(), CellFigures.class), all(newest.get(), NewestInteractions.class));
        });
  }

  private static <T> List<T> all(List<String> texts, Class<T> type) {
    return texts.stream().map(text -> parse(text, type)).toList();
  }

  @Override
  public Optional<Arrivals> arrivals() {
    return arrivals(redis.ask(client -> client.get(RedisKeys.ARRIVALS)));
  }

  private static Optional<Arrivals> arrivals(String text) {
    return Optional.ofNullable(text).map(json -> parse(json, Arrivals.class));
  }

  static <T> T parse(String text, Class<T> type) {
    try {
      return Json.OWN.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Redis holds no " + type.getSimpleName() + ": " + text, e);
    }
  }
}
