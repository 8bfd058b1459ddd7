package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingsTest {
  private static final Instant START = Instant.parse("2026-03-02T10:17:00Z");
  private static final int CUSTOMERS = WorldSettings.DEMO.customers();
  private static final World WORLD = new World(1, START, WorldSettings.DEMO);
  private static final People PEOPLE = new People(1, Company.load());

  @Test
  void aCustomerIsKnownByEachIdentity() {
    var book = new AddressBook(CUSTOMERS);
    for (int number = 0; number < CUSTOMERS; number += 7) {
      var person = PEOPLE.person(number);
      var browser = CustomerRef.newBuilder().setVisitorId(person.visitorId()).build();
      for (var ref :
          List.of(
              person.byId(), person.byPhone(), person.byEmail(), person.loggedIn("x"), browser)) {
        assertThat(book.number(ref)).as("%s", ref).isEqualTo(OptionalInt.of(number));
      }
    }
  }

  @Test
  void strangersAreNobody() {
    var book = new AddressBook(CUSTOMERS);
    var id = "browser-" + "1-own-3-0";
    assertThat(book.number(CustomerRef.newBuilder().setVisitorId(id).build())).isEmpty();
    assertThat(book.number(PEOPLE.person(CUSTOMERS).byId())).isEmpty();
    IntStream.range(0, 80_000)
        .mapToObj(n -> CustomerRef.newBuilder().setPhone(People.strangersPhone(n)).build())
        .forEach(ref -> assertThat(book.number(ref)).isEmpty());
  }

  @Test
  void fiveInAHundredAreInTierAAndFifteenInB() {
    var truths = WORLD.offerTruths();
    var counts = new HashMap<String, Integer>();
    for (int number = 0; number < CUSTOMERS; number++) {
      counts.merge(truths.tier(PEOPLE.person(number).byId()), 1, Integer::sum);
    }
    assertThat(counts.get("A")).isEqualTo(CUSTOMERS / 20);
    assertThat(counts.get("B")).isEqualTo(CUSTOMERS * 3 / 20);
  }

  @Test
  void thoseOfTierASpentMost() {
    var spent = new HashMap<String, Double>();
    var past = WORLD.past();
    past.forEachRemaining(
        emission -> {
          var sale = (Sale) emission.event();
          if (sale.getKind() == SaleKind.ORDER) {
            spent.merge(
                sale.getCustomer().getCustomerId(), sale.getAmount().doubleValue(), Double::sum);
          }
        });
    var truths = WORLD.offerTruths();
    var sums = new HashMap<String, Double>();
    var least = new HashMap<String, Double>();
    spent.forEach(
        (customer, sum) -> {
          var tier = truths.tier(CustomerRef.newBuilder().setCustomerId(customer).build());
          sums.merge(tier, sum, Double::sum);
          least.merge(tier, sum, Math::min);
        });
    assertThat(least.get("A")).isGreaterThan(least.get("B"));
    assertThat(least.get("B")).isGreaterThan(least.get("C"));
    assertThat(sums.get("A")).isGreaterThan(sums.get("C"));
  }

  @Test
  void nobodyIsBetterWhereNobodyHasBought() {
    var settings =
        new WorldSettings(
            500, 0, 1, WorldSettings.DEMO.responseWindow(), 0, 0, 0, Duration.ZERO, 0);
    var truths = new World(1, START, settings).offerTruths();
    assertThat(IntStream.range(0, 500).mapToObj(n -> truths.tier(PEOPLE.person(n).byId())))
        .containsOnly("C");
  }
}
