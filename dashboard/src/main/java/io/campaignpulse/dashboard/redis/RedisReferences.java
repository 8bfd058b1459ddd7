package io.campaignpulse.dashboard.redis;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.Product;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.Response;

/** The reference data as it is mirrored in Redis, once all of it is there. */
public final class RedisReferences implements ReferenceStore {
  private static final String CAMPAIGNS = RedisKeys.reference(ReferenceKind.CAMPAIGNS);
  private static final String CUSTOMERS = RedisKeys.reference(ReferenceKind.CUSTOMERS);
  private static final String PRODUCTS = RedisKeys.reference(ReferenceKind.PRODUCTS);
  private static final String OFFERS = RedisKeys.reference(ReferenceKind.OFFERS);

  private static final Logger LOG = LoggerFactory.getLogger(RedisReferences.class);

  /**
   * Of so many campaigns what was read stays at hand, as each frame of the live page asks again.
   */
  private static final int MOST_READ = 1_000;

  private final Redis redis;

  /** What campaigns' texts say, which nobody changes; nothing where they can't be read. */
  private final Map<String, Optional<SpecificRecord>> read =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(
                Map.Entry<String, Optional<SpecificRecord>> eldest) {
              return size() > MOST_READ;
            }
          });

  public RedisReferences(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Optional<SpecificRecord> find(ReferenceKind kind, String id) {
    return Optional.ofNullable(whole(reads -> reads.hget(RedisKeys.reference(kind), id)))
        .flatMap(text -> parse(kind, text));
  }

  @Override
  public List<Campaign> campaigns() {
    return campaignsOf(whole(reads -> reads.hvals(CAMPAIGNS)));
  }

  @Override
  public List<Campaign> campaigns(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var fields = ids.toArray(String[]::new);
    return campaignsOf(whole(reads -> reads.hmget(CAMPAIGNS, fields)));
  }

  @Override
  public List<Customer> customers(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var fields = ids.toArray(String[]::new);
    return whole(reads -> reads.hmget(CUSTOMERS, fields)).stream()
        .filter(Objects::nonNull)
        .flatMap(text -> parse(ReferenceKind.CUSTOMERS, text).stream())
        .map(Customer.class::cast)
        .toList();
  }

  @Override
  public List<Product> products(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var fields = ids.toArray(String[]::new);
    return whole(reads -> reads.hmget(PRODUCTS, fields)).stream()
        .filter(Objects::nonNull)
        .flatMap(text -> parse(ReferenceKind.PRODUCTS, text).stream())
        .map(Product.class::cast)
        .toList();
  }

  @Override
  public List<Offer> offers() {
    return whole(reads -> reads.hvals(OFFERS)).stream()
        .flatMap(text -> parse(ReferenceKind.OFFERS, text).stream())
        .map(Offer.class::cast)
        .sorted(Comparator.comparing(Offer::getOfferId))
        .toList();
  }

  /** Reads and asks at one moment: in a store that is being filled, absent is not undefined. */
  private <T> T whole(Function<AbstractTransaction, Response<T>> read) {
    return redis.ask(
        client -> {
          try (var reads = client.multi()) {
            var answer = read.apply(reads);
            var whole = reads.exists(RedisKeys.MIRROR_WHOLE);
            reads.exec();
            if (!whole.get()) {
              throw new StoreUnavailableException("The reference data are being filled in", null);
            }
            return answer.get();
          }
        });
  }

  private List<Campaign> campaignsOf(List<String> texts) {
    return texts.stream()
        .filter(Objects::nonNull)
        .flatMap(
            text -> read.computeIfAbsent(text, t -> parse(ReferenceKind.CAMPAIGNS, t)).stream())
        .map(Campaign.class::cast)
        .sorted(Comparator.comparing(Campaign::getCampaignId))
        .toList();
  }

  /** A record; none where another release took what this one can't read. */
  static Optional<SpecificRecord> parse(ReferenceKind kind, String text) {
    try {
      return Optional.of(kind.codec().fromJson(RedisFigures.parse(text, JsonNode.class)));
    } catch (InvalidRecordException e) {
      LOG.debug("a record of {} is passed over: {}", kind.topic(), e.getMessage());
      return Optional.empty();
    }
  }
}
