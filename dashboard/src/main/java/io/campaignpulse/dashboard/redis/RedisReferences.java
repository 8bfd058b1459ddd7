package io.campaignpulse.dashboard.redis;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The reference data as it is mirrored in Redis. */
public final class RedisReferences implements ReferenceStore {
  private static final String CAMPAIGNS = RedisKeys.reference(ReferenceKind.CAMPAIGNS);

  private final Redis redis;

  public RedisReferences(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Optional<SpecificRecord> find(ReferenceKind kind, String id) {
    return Optional.ofNullable(redis.ask(client -> client.hget(RedisKeys.reference(kind), id)))
        .map(text -> parse(kind, text));
  }

  @Override
  public List<Campaign> campaigns() {
    return campaignsOf(redis.ask(client -> client.hvals(CAMPAIGNS)));
  }

  @Override
  public List<Campaign> campaigns(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var fields = ids.toArray(String[]::new);
    return campaignsOf(redis.ask(client -> client.hmget(CAMPAIGNS, fields)));
  }

  private static List<Campaign> campaignsOf(List<String> texts) {
    return texts.stream()
        .filter(Objects::nonNull)
        .map(text -> (Campaign) parse(ReferenceKind.CAMPAIGNS, text))
        .sorted(Comparator.comparing(Campaign::getCampaignId))
        .toList();
  }

  private static SpecificRecord parse(ReferenceKind kind, String text) {
    try {
      return kind.codec().fromJson(RedisFigures.parse(text, JsonNode.class));
    } catch (InvalidRecordException e) {
      throw new IllegalStateException("Redis holds no record of " + kind.topic(), e);
    }
  }
}
