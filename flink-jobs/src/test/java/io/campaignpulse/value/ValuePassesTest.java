package io.campaignpulse.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.jobs.Purge;
import io.campaignpulse.value.core.Purchases;
import io.campaignpulse.value.core.WorthSketch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.flink.api.common.TaskInfoImpl;
import org.junit.jupiter.api.Test;

class ValuePassesTest {
  private final Standings standings = new Standings();
  private final ValuePasses passes =
      new ValuePasses(
          new ValueDesk(new Purge(Duration.ofDays(60)), 2),
          standings,
          new TaskInfoImpl("keep-customer", 1, 0, 1, 0));
  private final List<String> anew = new ArrayList<>();
  private long now = 1_000_000;

  /** Buyers, of whom nothing is kept but what is asked for. */
  private final ValuePasses.Customers customers =
      new ValuePasses.Customers() {
        @Override
        public long known() {
          return 1;
        }

        @Override
        public void each(BiPredicate<String, Valued> changed) {
          changed.test("anna", valued(500));
        }

        @Override
        public void each(Iterable<String> whom, BiPredicate<String, Valued> changed) {
          whom.forEach(customer -> changed.test(customer, valued(500)));
        }
      };

  private static Valued valued(double worth) {
    return new Valued(new Purchases(), null, 0, worth, 1, 0);
  }

  private void begin() throws Exception {
    passes.begin(customers, this::see);
  }

  private Optional<ValueSketch> goOn() throws Exception {
    return passes.goOn(customers, this::see, now);
  }

  private boolean see(String customer, Valued valued, boolean revalued) {
    if (revalued) {
      anew.add(customer);
    }
    return false;
  }

  @Test
  void valuesAllAnewSomeAtATimeAndCountsThemThen() throws Exception {
    begin();
    assertThat(goOn()).isPresent();
    anew.clear();
    for (int buyer = 0; buyer < 50; buyer++) {
      standings.note("b" + buyer, valued(500));
    }
    passes.allAnew();
    begin();
    assertThat(anew).isEmpty();
    assertThat(goOn()).isEmpty();
    assertThat(anew).hasSize(20);
    standings.note("late", valued(500));
    passes.allAnew();
    assertThat(passes.due(now + 60_000)).isFalse();
    assertThat(goOn()).isEmpty();
    assertThat(goOn()).isPresent();
    assertThat(anew).hasSize(50).doesNotHaveDuplicates();
    assertThat(passes.due(now + 60_000)).isTrue();
  }

  @Test
  void countsManyBuyersInTurnsAndBeginsNoOtherPassMeanwhile() throws Exception {
    for (int buyer = 0; buyer < 45_000; buyer++) {
      standings.note("b" + buyer, valued(1 + buyer));
    }
    assertThat(passes.due(now)).isTrue();
    begin();
    passes.allAnew();
    assertThat(goOn()).isEmpty();
    assertThat(passes.due(now)).isFalse();
    assertThat(goOn()).isEmpty();
    var sketch = goOn().orElseThrow();
    assertThat(WorthSketch.of(sketch.buyers()).size()).isEqualTo(45_000);
    assertThat(passes.due(now)).isFalse();
    assertThat(passes.due(now + 5_000)).isTrue();
  }

  @Test
  void restsAfterAPassInProportionToWhatItTook() throws Exception {
    begin();
    passes.worked(now - 200, now);
    goOn();
    passes.changed();
    assertThat(passes.due(now + 30 * 200 - 1)).isFalse();
    assertThat(passes.due(now + 30 * 200)).isTrue();
  }
}
