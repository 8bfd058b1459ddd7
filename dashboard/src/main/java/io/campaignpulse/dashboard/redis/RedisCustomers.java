package io.campaignpulse.dashboard.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.DecisionText;
import io.campaignpulse.events.Identities;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.FitOutcome;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.ValueRanks;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ScanParams;

/** What Redis holds of customers: one round trip for an identity, one for a customer. */
public final class RedisCustomers implements CustomerStore {
  private static final int SCANNED_AT_ONCE = 1_000;
  private static final int MOST_SCANS = 50;

  private final Redis redis;

  public RedisCustomers(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Optional<String> customerOf(String identityKey) {
    return Optional.ofNullable(redis.ask(client -> client.get(RedisKeys.identity(identityKey))));
  }

  @Override
  public Optional<Known> find(String customerId) {
    return redis.pipelined(
        reads -> {
          var key = RedisKeys.customer(customerId);
          var views = reads.hmget(key, RedisKeys.VALUE, RedisKeys.ACTIVITY, RedisKeys.OFFER);
          var named = reads.hget(RedisKeys.reference(ReferenceKind.CUSTOMERS), customerId);
          return () -> {
            var value = parse(views.get().get(0), CustomerValue.class);
            var activity = parse(views.get().get(1), CustomerActivity.class);
            var offer = DecisionText.read(views.get().get(2)).orElse(null);
            return value == null && activity == null && offer == null && named.get() == null
                ? Optional.empty()
                : Optional.of(known(value, activity, named.get(), offer));
          };
        });
  }

  /**
   * @param named the customer's record; null for none
   */
  private static Known known(
      CustomerValue value, CustomerActivity activity, String named, OfferDecision offer) {
    var says = says(named);
    return new Known(value, activity, says.path("language").textValue(), consent(says), offer);
  }

  private static JsonNode says(String named) {
    return named == null ? MissingNode.getInstance() : parse(named, JsonNode.class);
  }

  private static Consent consent(JsonNode says) {
    return Consent.of(says.path("marketingOptOut").asBoolean(), says.path("doNotCall").asBoolean());
  }

  /**
   * What a customer does not want, by their record.
   *
   * @param named null for none
   */
  static Consent consent(String named) {
    return consent(says(named));
  }

  @Override
  public Map<String, Known> findAll(Collection<String> ids) {
    return redis.pipelined(
        reads -> {
          var answers = new HashMap<String, Response<List<String>>>();
          for (var id : ids) {
            var key = RedisKeys.customer(id);
            answers.put(id, reads.hmget(key, RedisKeys.VALUE, RedisKeys.ACTIVITY));
          }
          return () -> {
            var found = new HashMap<String, Known>();
            answers.forEach((id, views) -> put(found, id, views.get()));
            return found;
          };
        });
  }

  private static void put(Map<String, Known> found, String id, List<String> views) {
    var value = parse(views.get(0), CustomerValue.class);
    var activity = parse(views.get(1), CustomerActivity.class);
    if (value != null || activity != null) {
      found.put(id, new Known(value, activity, null, Consent.TO_ALL, null));
    }
  }

  @Override
  public Set<String> some(int most) {
    var ids = new TreeSet<String>();
    var keys = new ScanParams().match(RedisKeys.customer("*")).count(SCANNED_AT_ONCE);
    var cursor = ScanParams.SCAN_POINTER_START;
    for (int scan = 0; scan < MOST_SCANS && ids.size() < most; scan++) {
      var from = cursor;
      var found = redis.ask(client -> client.scan(from, keys));
      found.getResult().stream()
          .map(key -> key.substring(RedisKeys.customer("").length()))
          .filter(id -> !Identities.namesNobody(id))
          .limit(most - ids.size())
          .forEach(ids::add);
      cursor = found.getCursor();
      if (found.isCompleteIteration()) {
        break;
      }
    }
    return ids;
  }

  @Override
  public Common common() {
    return redis.pipelined(
        reads -> {
          var weights = current(reads, ReferenceKind.PRIORITY_WEIGHTS);
          var rules = current(reads, ReferenceKind.ROUTING_RULES);
          var agents = reads.get(RedisKeys.AGENTS);
          var ranks = reads.get(RedisKeys.VALUE_RANKS);
          var arrivals = reads.get(RedisKeys.ARRIVALS);
          var offers = reads.hgetAll(RedisKeys.reference(ReferenceKind.OFFERS));
          return () ->
              new Common(
                  (PriorityWeights) read(ReferenceKind.PRIORITY_WEIGHTS, weights),
                  parse(ranks.get(), ValueRanks.class),
                  Optional.ofNullable(parse(arrivals.get(), Arrivals.class)),
                  (RoutingRules) read(ReferenceKind.ROUTING_RULES, rules),
                  Objects.requireNonNullElse(
                      parse(agents.get(), AgentsActive.class), AgentsActive.NONE),
                  offers(offers.get()));
        });
  }

  private static Response<String> current(Pipeline reads, ReferenceKind kind) {
    return reads.hget(RedisKeys.reference(kind), ReferenceKind.CURRENT);
  }

  private static SpecificRecord read(ReferenceKind kind, Response<String> answer) {
    return Optional.ofNullable(answer.get())
        .flatMap(text -> RedisReferences.parse(kind, text))
        .orElse(null);
  }

  private static Map<String, Offer> offers(Map<String, String> texts) {
    var offers = new HashMap<String, Offer>();
    texts.forEach(
        (id, text) ->
            RedisReferences.parse(ReferenceKind.OFFERS, text)
                .ifPresent(offer -> offers.put(id, (Offer) offer)));
    return offers;
  }

  @Override
  public Optional<FitOutcome> lastFit() {
    return Optional.ofNullable(redis.ask(client -> client.get(RedisKeys.VALUE_FIT)))
        .map(text -> parse(text, FitOutcome.class));
  }

  private static <T> T parse(String text, Class<T> type) {
    return text == null ? null : RedisFigures.parse(text, type);
  }
}
