package io.campaignpulse.value;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.serving.Command;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.flink.api.common.TaskInfoImpl;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private final Standings standings = new Standings();
  private final Sampling sampling =
      new Sampling(
          new ValueDesk(new Purge(Duration.ofDays(60)), 2),
          standings,
          new TaskInfoImpl("keep-customer", 1, 0, 1, 0));
  private final List<String> seen = new ArrayList<>();

  /** Buyers who all bought on the tenth day. */
  private final ValuePasses.Customers customers =
      new ValuePasses.Customers() {
        @Override
        public long known() {
          throw new UnsupportedOperationException();
        }

        @Override
        public void each(BiPredicate<String, Valued> changed) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void each(Iterable<String> whom, BiPredicate<String, Valued> changed) {
          for (var customer : whom) {
            seen.add(customer);
            assertThat(changed.test(customer, bought())).isFalse();
          }
        }
      };

  private static Valued bought() {
    var valued = new Valued();
    valued.purchases.enter(order("e", 10 * DAY, "o", 500));
    return valued;
  }

  private void buyers(int many) {
    for (int buyer = 0; buyer < many; buyer++) {
      standings.note("b" + buyer, bought());
    }
  }

  private void orders(long day, String id) {
    sampling.heard(new Command(new FitOrder(LocalDate.ofEpochDay(day), id).command()));
  }

  private List<String> taken() {
    return sampling.take().values().stream()
        .map(sample -> sample.order() + " " + sample.buyers().size())
        .toList();
  }

  @Test
  void looksOnceForAllOrdersAndNotWithoutAny() throws Exception {
    buyers(1);
    assertThat(sampling.begin()).isFalse();
    orders(10, "one");
    orders(9, "two");
    assertThat(sampling.begin()).isTrue();
    assertThat(sampling.seeSome(customers)).isFalse();
    assertThat(taken()).containsExactly("one 1", "two 0");
    assertThat(seen).containsExactly("b0");
    assertThat(taken()).isEmpty();
    assertThat(sampling.begin()).isFalse();
  }

  @Test
  void seesSomeAtATimeAndTakesWhatIsOrderedMeanwhileByTheNextWalk() throws Exception {
    buyers(50);
    orders(10, "one");
    sampling.begin();
    assertThat(sampling.seeSome(customers)).isTrue();
    assertThat(seen).hasSize(20);
    assertThat(taken()).isEmpty();
    orders(10, "two");
    assertThat(sampling.begin()).isFalse();
    assertThat(sampling.seeSome(customers)).isTrue();
    assertThat(sampling.seeSome(customers)).isFalse();
    assertThat(taken()).containsExactly("one 50");
    assertThat(sampling.begin()).isTrue();
  }
}
