package io.campaignpulse.value;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.serving.Command;
import io.campaignpulse.value.core.Purchases;
import io.campaignpulse.value.core.WorthSketch;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.flink.api.common.TaskInfoImpl;
import org.junit.jupiter.api.Test;

class ValuePassesTest {
  private static final long LOOK_MILLIS = 100;

  private final Standings standings = new Standings();
  private final ValuePasses passes =
      new ValuePasses(
          new ValueDesk(new Purge(Duration.ofDays(60)), 2),
          standings,
          new TaskInfoImpl("keep-customer", 1, 0, 1, 0));
  private long now = 1_000_000;
  private int looks;

  /** One buyer, whom to look at takes a while. */
  private final ValuePasses.Customers customers =
      new ValuePasses.Customers() {
        @Override
        public long known() {
          return 1;
        }

        @Override
        public void each(BiPredicate<String, Valued> changed) {
          looks++;
          now += LOOK_MILLIS;
          var valued = new Valued();
          valued.purchases.enter(order("e", 10 * DAY, "o", 500));
          changed.test("anna", valued);
        }

        @Override
        public void each(Iterable<String> whom, BiPredicate<String, Valued> changed) {}
      };

  private void orders(long day, String id) {
    passes.heard(new Command(new FitOrder(LocalDate.ofEpochDay(day), id).command()));
  }

  private List<FitSample> samples() throws Exception {
    return passes.samples(customers, () -> now);
  }

  @Test
  void looksOnceForAllOrdersAndNotWithoutAny() throws Exception {
    assertThat(samples()).isEmpty();
    assertThat(looks).isZero();
    orders(10, "one");
    orders(9, "two");
    assertThat(samples())
        .extracting(sample -> sample.order() + " " + sample.buyers().size())
        .containsExactly("one 1", "two 0");
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void refusesAnOrderSoonAfterALook() throws Exception {
    orders(10, "one");
    samples();
    now += 29 * LOOK_MILLIS;
    orders(10, "two");
    assertThat(samples()).singleElement().matches(sample -> sample.refusal() != null);
    assertThat(looks).isEqualTo(1);
    now += LOOK_MILLIS;
    orders(10, "three");
    assertThat(samples()).singleElement().matches(sample -> sample.refusal() == null);
  }

  @Test
  void countsManyBuyersInTurnsAndBeginsNoOtherPassMeanwhile() throws Exception {
    for (int buyer = 0; buyer < 45_000; buyer++) {
      standings.note("b" + buyer, new Valued(new Purchases(), null, 0, 1 + buyer, 1, 0));
    }
    assertThat(passes.due(now)).isTrue();
    passes.begin(customers, (customer, valued, anew) -> false);
    passes.allAnew();
    assertThat(passes.countSome(now)).isEmpty();
    assertThat(passes.due(now)).isFalse();
    assertThat(passes.countSome(now)).isEmpty();
    var sketch = passes.countSome(now).orElseThrow();
    assertThat(WorthSketch.of(sketch.buyers()).size()).isEqualTo(45_000);
    assertThat(passes.due(now)).isFalse();
    assertThat(passes.due(now + 5_000)).isTrue();
  }

  @Test
  void restsAfterAPassInProportionToWhatItTook() throws Exception {
    passes.begin(customers, (customer, valued, anew) -> false);
    passes.worked(now - 200, now);
    passes.countSome(now);
    passes.changed();
    assertThat(passes.due(now + 30 * 200 - 1)).isFalse();
    assertThat(passes.due(now + 30 * 200)).isTrue();
  }
}
