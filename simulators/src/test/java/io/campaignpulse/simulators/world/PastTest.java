package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.simulators.target.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PastTest {
  private static final Instant START = Instant.parse("2026-03-02T10:17:00Z");
  private static final WorldSettings SMALL =
      new WorldSettings(
          3_000, 0.5, 0.1, Duration.ofHours(1), 0.02, 0.3, 0.02, Duration.ofMinutes(5), 0.01);

  private static World world(long seed) {
    return new World(seed, START, SMALL);
  }

  private static List<Emission> all(Past past) {
    var all = new ArrayList<Emission>();
    past.forEachRemaining(all::add);
    return all;
  }

  private static List<String> told(Past past) {
    return all(past).stream().map(e -> e.due() + " " + Outgoing.event(e.event())).toList();
  }

  private static List<Sale> sales(Past past, Predicate<Sale> which) {
    return all(past).stream().map(e -> (Sale) e.event()).filter(which).toList();
  }

  @Test
  void isTheSameOnEveryRun() {
    assertThat(told(world(1).past())).isEqualTo(told(world(1).past()));
    assertThat(told(world(2).past())).isNotEqualTo(told(world(1).past()));
  }

  /** Fixed once and for all, as {@link WorldTest#theSeedMeansTheSameOnEveryMachine} is. */
  @Test
  void theSeedMeansTheSamePastOnEveryMachine() {
    assertThat(told(world(1).past()).hashCode()).isEqualTo(147483284);
  }

  @Test
  void isInOrderOfTimeAndOverBeforeTheWorldBegins() {
    var world = world(1);
    assertThat(all(world.past()))
        .isSortedAccordingTo(Emission.IN_ORDER)
        .allMatch(e -> e.due().equals(((Sale) e.event()).getOccurredAt()))
        .allMatch(e -> !e.due().isBefore(world.pastBegins()) && e.due().isBefore(START));
  }

  @Test
  void goesOnFromAnyInstantAsIfItHadNeverStopped() {
    var whole = told(world(1).past());
    var from = START.minus(Duration.ofDays(100));
    var rest = told(world(1).past(from));
    assertThat(rest).isEqualTo(whole.subList(whole.size() - rest.size(), whole.size()));
    assertThat(world(1).past().until(from)).hasSize(whole.size() - rest.size());
  }

  @Test
  void sharesNoIdsWithItselfOrAnythingElse() {
    var ids = all(world(1).past()).stream().map(Emission::eventId).toList();
    assertThat(ids).doesNotHaveDuplicates();
    var later = new World(1, START.plusSeconds(60), SMALL);
    assertThat(all(later.past())).extracting(Emission::eventId).doesNotContainAnyElementsOf(ids);
    assertThat(all(world(2).past())).extracting(Emission::eventId).doesNotContainAnyElementsOf(ids);
    var live = new ArrayList<String>();
    for (var emissions = world(1).emissions(); live.size() < 1_000; ) {
      live.add(emissions.next().eventId());
    }
    assertThat(live).doesNotContainAnyElementsOf(ids);
  }

  @Test
  void everythingPassesTheDoor() throws InvalidRecordException {
    var door = new Door(Currency.getInstance("USD"));
    for (var emission : all(world(1).past())) {
      door.admit(emission.event(), START);
    }
  }

  @Test
  void amountsAreTheSumsOfTheirLines() {
    assertThat(sales(world(1).past(), sale -> true))
        .allMatch(sale -> sale.getAmount().equals(Purchases.total(sale.getLines())));
  }

  @Test
  void aReturnTakesBackPartOfAnEarlierOrderOfTheSameCustomer() {
    var orders = new HashMap<String, Sale>();
    var returns = 0;
    for (var sale : sales(world(1).past(), sale -> true)) {
      if (sale.getKind() == SaleKind.ORDER) {
        assertThat(orders.put(sale.getOrderId(), sale)).isNull();
      } else {
        returns++;
        var order = orders.get(sale.getOrderId());
        assertThat(order.getCustomer()).isEqualTo(sale.getCustomer());
        assertThat(order.getLines()).containsAll(sale.getLines());
      }
    }
    SampleMean.ofShare(returns, orders.size()).isNear(Purchases.BROUGHT_BACK);
  }

  @Test
  void ordersComeByDayAndByPhoneAtAnyHour() {
    var byHour =
        sales(world(1).past(), sale -> sale.getKind() == SaleKind.ORDER).stream()
            .collect(Collectors.groupingBy(PastTest::hour));
    assertThat(byHour.get(3).size()).isLessThan(byHour.get(19).size() / 2);
    for (var hour : List.of(3, 19)) {
      assertThat(byHour.get(hour)).extracting(Sale::getChannel).contains("WEB", "PHONE");
    }
    assertThat(byHour.get(19))
        .allMatch(sale -> sale.getChannel().equals("PHONE") == (sale.getAgentId() != null));
  }

  private static int hour(Sale sale) {
    return sale.getOccurredAt().atZone(ZoneOffset.UTC).getHour();
  }

  @Test
  void thatOfTheDemoIsLongEnoughToFit() {
    var demo = new World(1, START, WorldSettings.DEMO);
    var orders = sales(demo.past(), sale -> sale.getKind() == SaleKind.ORDER);
    assertThat(orders).hasSizeBetween(40_000, 60_000);
    var days =
        orders.stream()
            .collect(
                Collectors.groupingBy(o -> o.getCustomer().getCustomerId(), Collectors.counting()));
    assertThat((double) orders.size() / days.size()).isBetween(2.0, 3.0);
    assertThat(days.values().stream().filter(count -> count > 1)).hasSizeGreaterThan(5_000);
  }

  @Test
  void isEmptyWhereNobodyHasBoughtYet() {
    var settings = new WorldSettings(800, 0, 0.1, Duration.ofHours(1), 0, 0, 0, Duration.ZERO, 0);
    assertThat(new World(1, START, settings).past()).isExhausted();
  }
}
