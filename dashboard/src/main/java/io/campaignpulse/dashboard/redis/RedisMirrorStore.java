package io.campaignpulse.dashboard.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.dashboard.ports.MirrorStore;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.ChangeNotice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.AbstractTransaction;

/** Reference data in Redis, and beside it the positions up to which it was read. */
public final class RedisMirrorStore implements MirrorStore {
  private final Redis redis;

  public RedisMirrorStore(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Map<String, Long> positions() {
    var positions = new HashMap<String, Long>();
    redis
        .ask(client -> client.hgetAll(RedisKeys.MIRROR_POSITIONS))
        .forEach((partition, offset) -> positions.put(partition, Long.valueOf(offset)));
    return positions;
  }

  @Override
  public Optional<Map<String, Long>> write(Map<String, Long> known, Batch batch) {
    var written =
        WatchedWrite.of(
            redis,
            RedisKeys.MIRROR_POSITIONS,
            () -> MirrorStore.fits(positions(), known, batch),
            transaction -> queue(transaction, batch));
    return written ? Optional.empty() : Optional.of(positions());
  }

  private static void queue(AbstractTransaction transaction, Batch batch) {
    batch
        .records()
        .forEach(
            (kind, records) ->
                records.forEach(
                    (id, json) -> {
                      var key = RedisKeys.reference(kind);
                      if (json == null) {
                        transaction.hdel(key, id);
                      } else {
                        transaction.hset(key, id, json);
                      }
                    }));
    var positions = new HashMap<String, String>();
    batch.positions().forEach((partition, offset) -> positions.put(partition, offset.toString()));
    transaction.hset(RedisKeys.MIRROR_POSITIONS, positions);
    if (batch.whole()) {
      transaction.set(RedisKeys.MIRROR_WHOLE, "1");
    }
    var campaigns = batch.records().get(ReferenceKind.CAMPAIGNS);
    if (campaigns != null) {
      transaction.publish(RedisKeys.CHANGES, notice(campaigns));
    }
  }

  private static String notice(Map<String, String> campaigns) {
    var changed = new HashMap<String, List<Long>>();
    campaigns.keySet().forEach(id -> changed.put(id, List.of()));
    try {
      return Json.MAPPER.writeValueAsString(new ChangeNotice(changed, false, Set.of()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
