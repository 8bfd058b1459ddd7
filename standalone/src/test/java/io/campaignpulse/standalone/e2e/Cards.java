package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.Money;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.standalone.embedded.Await;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** What customers' cards must say of orders none of which was brought back. */
final class Cards {
  private final Map<String, SortedMap<LocalDate, BigDecimal>> days = new HashMap<>();

  /** By campaign; none of them was held out. */
  private final Map<String, Set<String>> contacted = new HashMap<>();

  /** All who are known by an id, whether they bought or not. */
  private final Set<String> all = new HashSet<>();

  Cards(Collection<? extends SpecificRecord> events, Collection<Customer> customers) {
    customers.forEach(customer -> all.add(customer.getCustomerId()));
    for (var event : events) {
      var who = (CustomerRef) event.get(event.getSchema().getField("customer").pos());
      all.add(who.getCustomerId());
      if (event instanceof CampaignContact contact) {
        contacted
            .computeIfAbsent(contact.getCampaignId(), id -> new HashSet<>())
            .add(who.getCustomerId());
      }
      if (event instanceof Sale sale) {
        assertThat(sale.getKind()).isEqualTo(SaleKind.ORDER);
        days.computeIfAbsent(sale.getCustomer().getCustomerId(), id -> new TreeMap<>())
            .merge(
                sale.getOccurredAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                sale.getAmount(),
                BigDecimal::add);
      }
    }
  }

  /** Every buyer's card says how often, when and for how much they bought. */
  private void assertPurchases(Http http) throws Exception {
    for (var customer : days.entrySet()) {
      var value = http.get("customers/" + customer.getKey()).path("value");
      var bought = customer.getValue();
      var repeats = bought.size() - 1;
      assertThat(value.path("purchaseDays").asInt()).isEqualTo(bought.size());
      assertThat(value.path("recencyWeeks").asDouble())
          .isEqualTo(weeks(bought.firstKey(), bought.lastKey()), within(1e-9));
      assertThat(value.path("ageWeeks").asDouble())
          .isEqualTo(
              weeks(bought.firstKey(), LocalDate.parse(value.path("asOf").asText())), within(1e-9));
      var first = bought.get(bought.firstKey());
      var spend = spend(bought);
      assertThat(new BigDecimal(value.path("spend").asText())).isEqualByComparingTo(spend);
      if (repeats > 0) {
        assertThat(value.path("meanSpend").asText())
            .isEqualTo(
                spend
                    .subtract(first)
                    .divide(BigDecimal.valueOf(repeats), 2, RoundingMode.HALF_EVEN)
                    .toPlainString());
      }
    }
  }

  /** The same once all has been shown. */
  void awaitPurchases(Pulse pulse) throws Exception {
    awaitServed(pulse);
    assertPurchases(pulse.http());
  }

  /** All buyers come to be served with how often, when and for how much they bought. */
  void awaitServed(Pulse pulse) throws TimeoutException {
    Await.until(
        Pulse.PATIENCE,
        () -> {
          var values = pulse.redis().values(days.keySet());
          return days.keySet().stream().allMatch(id -> isThat(values.get(id), days.get(id)));
        });
  }

  private static boolean isThat(CustomerValue value, SortedMap<LocalDate, BigDecimal> bought) {
    if (value == null) {
      return false;
    }
    var first = bought.firstKey();
    var spend = spend(bought);
    return value.purchaseDays() == bought.size()
        && value.recencyDays() == bought.lastKey().toEpochDay() - first.toEpochDay()
        && value.ageDays() == value.asOfDay() - first.toEpochDay()
        && value.spendMinor() == minor(spend)
        && value.repeatSpendMinor() == minor(spend.subtract(bought.get(first)));
  }

  private static long minor(BigDecimal amount) {
    return Money.toMinor(amount, Pulse.USD);
  }

  private static BigDecimal spend(SortedMap<LocalDate, BigDecimal> bought) {
    return bought.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static double weeks(LocalDate from, LocalDate to) {
    return (to.toEpochDay() - from.toEpochDay()) / 7.0;
  }

  /** Of the buyers so many are in each tier as the shares of all customers ask for. */
  void awaitTiers(Pulse pulse) throws TimeoutException {
    Await.until(
        Pulse.PATIENCE,
        () -> {
          var tiers = tiers(pulse);
          var a = tiers.getOrDefault("A", 0L) / (double) all.size();
          var b = tiers.getOrDefault("B", 0L) / (double) all.size();
          return Math.abs(a - 0.05) <= 0.002 && Math.abs(a + b - 0.20) <= 0.004;
        });
  }

  /** How many buyers are served in each tier. */
  private Map<String, Long> tiers(Pulse pulse) {
    return pulse.redis().values(days.keySet()).values().stream()
        .filter(value -> value.tier() != null)
        .collect(Collectors.groupingBy(CustomerValue::tier, Collectors.counting()));
  }

  /** Each tier counts those of a campaign's contacted customers whose cards say so. */
  void awaitContactedByTier(Pulse pulse, String campaignId) throws TimeoutException {
    Await.until(
        Pulse.PATIENCE,
        () -> {
          var tiers = new HashMap<String, Long>();
          for (var id : contacted.get(campaignId)) {
            tiers.merge(pulse.http().read("customers/" + id).path("tier").asText(), 1L, Long::sum);
          }
          var shown = pulse.http().read("campaigns/" + campaignId + "/metrics").path("byTier");
          return Set.of("A", "B", "C").stream()
              .allMatch(
                  tier ->
                      shown.path(tier).path("contacted").asLong() == tiers.getOrDefault(tier, 0L));
        });
  }

  /** A fit as of a day is published, and cards say what is expected by it. */
  void assertFit(Pulse pulse, LocalDate asOf) throws Exception {
    var http = pulse.http();
    Await.until(Pulse.PATIENCE, () -> !http.read("value-model").isMissingNode());
    var ordered = http.post("value-model/fits", "{\"asOf\": \"" + asOf + "\"}");
    assertThat(ordered.statusCode()).isEqualTo(202);
    Await.until(
        Pulse.PATIENCE,
        () -> http.read("value-model").path("asOf").asText().equals(asOf.toString()));
    var buyers = days.values().stream().filter(days -> !days.firstKey().isAfter(asOf)).count();
    assertThat(http.get("value-model").path("sampleSize").asLong()).isEqualTo(buyers);
    for (var id : days.keySet()) {
      Await.until(
          Pulse.PATIENCE,
          () -> http.read("customers/" + id).at("/value/expectedSpend").isTextual());
    }
  }
}
