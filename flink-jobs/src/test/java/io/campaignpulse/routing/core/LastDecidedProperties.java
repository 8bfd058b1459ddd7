package io.campaignpulse.routing.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.NewestDecisions;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LastDecidedProperties {
  /** A decision, of which several are of one moment. */
  private static RoutingDecision decision(int n, String tier) {
    return new RoutingDecision(
        "d" + n, "c" + n, "sales", n / 3, "anna", null, "+1", null, 50, tier, false, List.of(),
        "sales", null, null, null, 0, null, null, null);
  }

  private static List<RoutingDecision> newest(List<RoutingDecision> all) {
    return all.stream()
        .sorted(
            Comparator.comparingLong(RoutingDecision::queuedAt)
                .thenComparing(RoutingDecision::decisionId)
                .reversed())
        .limit(NewestDecisions.SHOWN)
        .toList();
  }

  @Property
  void inWhateverOrderAndHoweverOftenTheyFallTheNewestAreKept(
      @ForAll @IntRange(max = 90) int count, @ForAll Random random) {
    var all = IntStream.range(0, count).mapToObj(n -> decision(n, "B")).toList();
    var falling = new ArrayList<>(all);
    falling.addAll(all.stream().filter(one -> random.nextInt(3) == 0).toList());
    Collections.shuffle(falling, random);
    var last = new LastDecided();
    falling.forEach(last::take);
    assertThat(last.newest().decisions()).isEqualTo(newest(all));
  }

  @Example
  void aCallThatIsDecidedOnAgainKeepsItsPlace() {
    var last = new LastDecided();
    last.take(decision(3, "C"));
    last.take(decision(6, "B"));
    last.take(decision(3, "A"));
    assertThat(last.newest().decisions())
        .extracting(RoutingDecision::tier)
        .containsExactly("B", "A");
  }

  @Example
  void saysOnceThatItChangedAndNotOfOnesThatAreTooOld() {
    var last = new LastDecided();
    assertThat(last.changed(false)).isFalse();
    assertThat(last.changed(true)).isFalse();
    IntStream.range(100, 100 + NewestDecisions.SHOWN).forEach(n -> last.take(decision(n, "C")));
    assertThat(last.changed(false)).isTrue();
    last.take(decision(0, "C"));
    assertThat(last.changed(false)).isFalse();
    assertThat(last.changed(true)).isTrue();
  }
}
