package io.campaignpulse.simulators.load;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleLine;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class LoadPlanTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration LATE = Duration.ofSeconds(30);

  private static LoadPlan plan(LoadMix mix) {
    return new LoadPlan(1, START, 2_000, mix);
  }

  @Test
  void theNthEventIsAlwaysTheSameAndHappensWhenItIsDue() throws InvalidRecordException {
    var plan = plan(LoadMix.even(5, 1_000));
    var again = plan(LoadMix.even(5, 1_000));
    var door = new Door(Currency.getInstance("USD"));
    for (long n = 0; n < 1_000; n++) {
      var event = plan.event(n);
      assertThat(event).isEqualTo(again.event(n));
      assertThat(event.get(0)).isEqualTo("load-1-" + n);
      assertThat(event.get(1)).isEqualTo(START.plusNanos(n * 500_000).truncatedTo(MILLIS));
      door.admit(event, plan.dueAt(n));
    }
  }

  @Test
  void itsEventsAreOfAllKindsAndItSaysWhichAdd() {
    var plan = plan(LoadMix.even(5, 1_000));
    var kinds = new HashSet<Class<?>>();
    LongStream.range(0, 100).forEach(n -> kinds.add(plan.event(n).getClass()));
    assertThat(kinds).hasSize(4);
    LongStream.range(30_000, 31_000)
        .forEach(n -> assertThat(plan.adds(n)).as("event %s", n).isEqualTo(adds(plan.event(n))));
  }

  private static boolean adds(SpecificRecord event) {
    return !(event instanceof CampaignContact)
        && !(event instanceof Call call && call.getPhase() != CallPhase.QUEUED);
  }

  @Test
  void everyCallIsAnsweredAWhileLaterByTheSameCustomersEvent() {
    var plan = plan(LoadMix.even(5, 1_000));
    var waiting = new HashMap<String, Call>();
    var answered = 0;
    for (long n = 0; n < 60_000; n++) {
      if (plan.event(n) instanceof Call call && call.getPhase() == CallPhase.QUEUED) {
        waiting.put(call.getCallId(), call);
      } else if (plan.event(n) instanceof Call call) {
        var queued = waiting.remove(call.getCallId());
        assertThat(call.getCustomer()).isEqualTo(queued.getCustomer());
        assertThat(call.getOccurredAt()).isAfter(queued.getOccurredAt());
        answered++;
      }
    }
    assertThat(answered).isEqualTo(800);
    assertThat(waiting).hasSize(400);
  }

  @Test
  void aShareOfTheEventsRepeatsAnEarlierOneAndAddsNothing() {
    var plan = plan(new LoadMix(5, 1_000, 0, 0, LATE, 0.2));
    var first = new HashMap<Object, SpecificRecord>();
    var repeats = 0;
    for (long n = 0; n < 10_000; n++) {
      var event = plan.event(n);
      var original = first.putIfAbsent(event.get(0), event);
      if (original != null) {
        repeats++;
        assertThat(event).isEqualTo(original);
        assertThat(plan.adds(n)).isFalse();
      }
    }
    assertThat(repeats / 10_000.0).isCloseTo(0.2, within(0.02));
  }

  @Test
  void aShareOfTheEventsComesLate() {
    var plan = plan(new LoadMix(5, 1_000, 0, 0.3, LATE, 0));
    var late =
        LongStream.range(0, 10_000)
            .mapToObj(n -> Duration.between((Instant) plan.event(n).get(1), plan.dueAt(n)))
            .filter(lag -> lag.toMillis() > 1)
            .toList();
    assertThat(late.size() / 10_000.0).isCloseTo(0.3, within(0.02));
    assertThat(late).allSatisfy(lag -> assertThat(lag).isLessThan(LATE.plusMillis(2)));
  }

  @Test
  void customersAreBusyByZipfsLaw() {
    var counts = customers(new LoadMix(5, 100, 1, 0, LATE, 0), 50_000);
    var harmonic = LongStream.rangeClosed(1, 100).mapToDouble(k -> 1.0 / k).sum();
    for (var k : new int[] {1, 2, 3, 10, 100}) {
      var share = counts.get("L" + (k - 1)) / 50_000.0;
      assertThat(share).isCloseTo(1 / (k * harmonic), within(0.01));
    }
  }

  @Test
  void withoutSkewCustomersAreAlike() {
    var counts = customers(LoadMix.even(5, 10), 20_000);
    assertThat(counts.values())
        .allSatisfy(count -> assertThat(count / 20_000.0).isCloseTo(0.1, within(0.01)));
  }

  private static Map<String, Long> customers(LoadMix mix, int events) {
    var plan = plan(mix);
    return LongStream.range(0, events)
        .mapToObj(n -> ((CustomerRef) plan.event(n).get(2)).getCustomerId())
        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
  }

  private static List<SpecificRecord> events(int count) {
    var plan = plan(LoadMix.even(5, 1_000));
    return LongStream.range(0, count).mapToObj(plan::event).toList();
  }

  @Test
  void ordersHaveUpToThreeProductsThatComeToTheirAmount() {
    var sizes = new HashSet<Integer>();
    var categories = new HashMap<String, String>();
    for (var event : events(20_000)) {
      if (event instanceof Sale sale) {
        var lines = sale.getLines();
        sizes.add(lines.size());
        assertThat(lines).extracting(SaleLine::getProductId).doesNotHaveDuplicates();
        assertThat(
                lines.stream().map(SaleLine::getUnitPrice).reduce(BigDecimal.ZERO, BigDecimal::add))
            .isEqualTo(sale.getAmount());
        lines.forEach(
            line -> {
              var before = categories.put(line.getProductId(), line.getCategory());
              assertThat(before == null || before.equals(line.getCategory())).isTrue();
            });
      }
    }
    assertThat(sizes).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(categories).hasSizeBetween(500, 1_000);
    assertThat(new HashSet<>(categories.values())).hasSize(20);
  }

  @Test
  void amountsAreThoseOfThePlan() {
    var plan = plan(LoadMix.even(5, 1_000));
    for (long n = 0; n < 1_000; n++) {
      if (plan.event(n) instanceof Sale sale) {
        assertThat(sale.getAmount()).isEqualByComparingTo(BigDecimal.valueOf(10 + n % 90));
      }
    }
  }

  @Test
  void aThirdOfTheVisitsViewAProduct() {
    var views = 0;
    var visits = 0;
    for (var event : events(20_000)) {
      if (event instanceof WebVisit visit) {
        visits++;
        var isView = visit.getAction() == VisitAction.PRODUCT_VIEW;
        views += isView ? 1 : 0;
        assertThat(visit.getProductId() != null).isEqualTo(isView);
      }
    }
    assertThat((double) views / visits).isCloseTo(1 / 3.0, within(0.02));
  }

  @Test
  void aProbeAddsOneVisitToEachCampaign() {
    var plan = plan(LoadMix.even(3, 10));
    assertThat(plan.probes()).hasSize(3).extracting(p -> p.get(0)).doesNotHaveDuplicates();
  }
}
