package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.AffinityStore;
import io.campaignpulse.dashboard.ports.ChangeFeed;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.QueueStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.Affinity.Count;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Affinity.Pair;
import io.campaignpulse.events.views.Affinity.Partner;
import io.campaignpulse.events.views.Affinity.Total;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.ChangeNotice;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.FitOutcome;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.Opportunity;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.events.views.ValueRanks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** A serving store in memory, which can be told to be down. */
final class FakeStore
    implements ReferenceStore,
        FigureStore,
        CustomerStore,
        QueueStore,
        AffinityStore,
        OfferStore,
        ChangeFeed {
  final Map<String, SpecificRecord> records = new ConcurrentHashMap<>();
  final Map<String, CampaignFigures> figures = new ConcurrentHashMap<>();
  final Map<String, SortedMap<Long, Tally>> minutes = new ConcurrentHashMap<>();
  final Map<String, Cells> cells = new ConcurrentHashMap<>();
  final Map<String, CustomerValue> values = new ConcurrentHashMap<>();
  final Map<String, String> identities = new ConcurrentHashMap<>();
  final Map<String, CustomerActivity> activities = new ConcurrentHashMap<>();
  final Map<String, QueueState> queues = new ConcurrentHashMap<>();
  final Map<String, RoutingDecision> calls = new ConcurrentHashMap<>();
  volatile List<RoutingDecision> newestDecisions = List.of();
  final Map<String, String> claims = new ConcurrentHashMap<>();
  final AtomicInteger queueReads = new AtomicInteger();
  final Map<Kind, Total> baskets = new ConcurrentHashMap<>();
  final Map<String, Count> inBaskets = new ConcurrentHashMap<>();
  final List<Pair> pairs = new CopyOnWriteArrayList<>();
  final Map<String, OfferDecision> decisions = new ConcurrentHashMap<>();
  final Map<String, OfferFigures> offerFigures = new ConcurrentHashMap<>();
  final List<Opportunity> opportunities = new CopyOnWriteArrayList<>();
  volatile OfferEffect effect = OfferEffect.NONE;
  volatile ValueRanks ranks;
  volatile FitOutcome fit;
  final AtomicInteger minuteReads = new AtomicInteger();

  /** The minutes that were asked for last. */
  volatile Collection<Long> minutesAsked = List.of();

  volatile Arrivals arrivals;
  volatile boolean down;

  /** Whether what it holds can't be read, and how often somebody tried. */
  volatile boolean tripping;

  final AtomicInteger trips = new AtomicInteger();
  volatile Listener listener;

  void put(ReferenceKind kind, SpecificRecord message) {
    records.put(kind + "/" + kind.id(message), message);
  }

  /** Sets a campaign's figures and says so. */
  void change(CampaignFigures newest, Map<Long, Tally> changed) {
    figures.put(newest.campaignId(), newest);
    var all = new TreeMap<>(minutes.getOrDefault(newest.campaignId(), new TreeMap<>()));
    all.putAll(changed);
    minutes.put(newest.campaignId(), all);
    listener.changed(
        new ChangeNotice(
            Map.of(newest.campaignId(), List.copyOf(changed.keySet())), false, Set.of()));
  }

  private void check() {
    if (tripping) {
      trips.incrementAndGet();
      throw new IllegalStateException("unreadable: test");
    }
    if (down) {
      throw new StoreUnavailableException("Redis does not answer: test", null);
    }
  }

  @Override
  public Optional<SpecificRecord> find(ReferenceKind kind, String id) {
    check();
    return Optional.ofNullable(records.get(kind + "/" + id));
  }

  @Override
  public List<Campaign> campaigns() {
    check();
    return records.values().stream()
        .filter(Campaign.class::isInstance)
        .map(Campaign.class::cast)
        .toList();
  }

  @Override
  public List<Campaign> campaigns(Collection<String> ids) {
    return campaigns().stream().filter(c -> ids.contains(c.getCampaignId())).toList();
  }

  @Override
  public Map<String, CampaignFigures> figures(Collection<String> ids) {
    check();
    var found = new HashMap<>(figures);
    found.keySet().retainAll(ids);
    return found;
  }

  @Override
  public SortedMap<Long, Tally> minutes(String id) {
    check();
    minuteReads.incrementAndGet();
    return minutes.getOrDefault(id, new TreeMap<>());
  }

  @Override
  public Map<String, SortedMap<Long, Tally>> minutes(
      Map<String, ? extends Collection<Long>> wanted) {
    check();
    var found = new HashMap<String, SortedMap<Long, Tally>>();
    wanted.forEach(
        (id, asked) -> {
          minutesAsked = List.copyOf(asked);
          var some = new TreeMap<>(minutes.getOrDefault(id, new TreeMap<>()));
          some.keySet().retainAll(asked);
          found.put(id, some);
        });
    return found;
  }

  @Override
  public Newest newest(Map<String, ? extends Collection<Long>> wanted) {
    return new Newest(figures(wanted.keySet()), minutes(wanted), arrivals());
  }

  @Override
  public Cells cells(String id) {
    check();
    return cells.getOrDefault(id, Cells.NONE);
  }

  @Override
  public Optional<Arrivals> arrivals() {
    check();
    return Optional.ofNullable(arrivals);
  }

  @Override
  public Optional<String> customerOf(String identityKey) {
    check();
    return Optional.ofNullable(identities.get(identityKey));
  }

  @Override
  public Optional<Known> find(String customerId) {
    check();
    var value = values.get(customerId);
    var activity = activities.get(customerId);
    var offer = decisions.get(customerId);
    return value == null
            && activity == null
            && offer == null
            && find(ReferenceKind.CUSTOMERS, customerId).isEmpty()
        ? Optional.empty()
        : Optional.of(known(customerId, value, activity, offer));
  }

  private Known known(
      String customerId, CustomerValue value, CustomerActivity activity, OfferDecision offer) {
    return find(ReferenceKind.CUSTOMERS, customerId)
        .map(Customer.class::cast)
        .map(
            says -> {
              var consent = new Consent(says.getMarketingOptOut(), says.getDoNotCall());
              return new Known(value, activity, says.getLanguage(), consent, offer);
            })
        .orElse(new Known(value, activity, null, Consent.TO_ALL, offer));
  }

  @Override
  public Map<String, Known> findAll(Collection<String> ids) {
    check();
    var found = new HashMap<String, Known>();
    for (var id : ids) {
      if (values.containsKey(id) || activities.containsKey(id)) {
        found.put(id, new Known(values.get(id), activities.get(id), null, Consent.TO_ALL, null));
      }
    }
    return found;
  }

  @Override
  public Set<String> some(int most) {
    check();
    return new TreeSet<>(values.keySet().stream().limit(most).toList());
  }

  @Override
  public Common common() {
    var weights = find(ReferenceKind.PRIORITY_WEIGHTS, ReferenceKind.CURRENT);
    var rules = find(ReferenceKind.ROUTING_RULES, ReferenceKind.CURRENT);
    return new Common(
        (PriorityWeights) weights.orElse(null),
        ranks,
        arrivals(),
        (RoutingRules) rules.orElse(null),
        offers().stream().collect(Collectors.toMap(Offer::getOfferId, offer -> offer)));
  }

  @Override
  public Optional<FitOutcome> lastFit() {
    check();
    return Optional.ofNullable(fit);
  }

  @Override
  public List<Customer> customers(Collection<String> ids) {
    check();
    return ids.stream()
        .map(id -> (Customer) records.get(ReferenceKind.CUSTOMERS + "/" + id))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Product> products(Collection<String> ids) {
    check();
    return ids.stream()
        .map(id -> (Product) records.get(ReferenceKind.PRODUCTS + "/" + id))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Offer> offers() {
    check();
    return records.values().stream()
        .filter(Offer.class::isInstance)
        .map(Offer.class::cast)
        .sorted(Comparator.comparing(Offer::getOfferId))
        .toList();
  }

  @Override
  public Around around(Kind kind, String item) {
    check();
    var partners = new ArrayList<Partner>();
    for (var pair : pairs) {
      if (pair.one().equals(item) || pair.other().equals(item)) {
        var other = pair.one().equals(item) ? pair.other() : pair.one();
        partners.add(new Partner(other, pair.baskets(), pair.recent()));
      }
    }
    return new Around(
        baskets.getOrDefault(kind, Total.NONE),
        inBaskets.getOrDefault(item, Count.NONE),
        partners,
        inBaskets);
  }

  @Override
  public Strong strongest(Kind kind) {
    check();
    return new Strong(baskets.getOrDefault(kind, Total.NONE), pairs, inBaskets);
  }

  @Override
  public Standing standing() {
    check();
    return new Standing(offerFigures, effect);
  }

  @Override
  public List<Opportunity> opportunities() {
    check();
    return opportunities;
  }

  @Override
  public Set<String> names() {
    check();
    return queues.keySet();
  }

  @Override
  public Map<String, Waiting> waiting(Collection<String> names) {
    check();
    queueReads.incrementAndGet();
    var found = new HashMap<String, Waiting>();
    for (var name : names) {
      var free = calls.values().stream().filter(call -> isFree(name, call)).toList();
      if (queues.containsKey(name) || !free.isEmpty()) {
        found.put(name, new Waiting(queues.get(name), free));
      }
    }
    return found;
  }

  @Override
  public List<RoutingDecision> newestDecisions() {
    check();
    return newestDecisions;
  }

  private boolean isFree(String queue, RoutingDecision call) {
    return call.queue().equals(queue) && !claims.containsKey(claim(call));
  }

  static String claim(RoutingDecision call) {
    return RedisKeys.claim(call.callId(), call.queuedAt());
  }

  @Override
  public Optional<RoutingDecision> find(String queue, String callId) {
    check();
    return Optional.ofNullable(calls.get(callId)).filter(call -> isFree(queue, call));
  }

  @Override
  public boolean claim(RoutingDecision call, String by, Duration hold) {
    check();
    return call.equals(calls.get(call.callId())) && claims.putIfAbsent(claim(call), by) == null;
  }

  @Override
  public boolean keep(RoutingDecision call, String by, Duration hold) {
    check();
    return by.equals(claims.computeIfAbsent(claim(call), key -> by));
  }

  @Override
  public void release(RoutingDecision call, String by) {
    check();
    claims.remove(claim(call), by);
  }

  @Override
  public AutoCloseable listen(Listener added) {
    listener = added;
    return () -> {};
  }
}
