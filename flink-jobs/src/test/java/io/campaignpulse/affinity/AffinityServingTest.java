package io.campaignpulse.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.affinity.core.Affinities;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.serving.ViewWrite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is served where there are more items than are kept. */
class AffinityServingTest {
  private static final long DAY = 20_000;
  private static final int MOST_ITEMS = 500;

  private final Affinities affinities = new Affinities(MOST_ITEMS, 100_000, 100_000);
  private final AffinityServing serving = new AffinityServing(Kind.PRODUCT, affinities);
  private final Set<String> items = new HashSet<>();
  private final Set<String> partners = new HashSet<>();
  private long now;

  private void bought(List<String> products) {
    serving.changed(affinities.add(DAY, products, 1));
  }

  private void serve() {
    now += 10_000;
    serving.serve(now, this::take);
  }

  private void take(ViewWrite view) {
    take(view, RedisKeys.affinityItems(Kind.PRODUCT), items);
    take(view, RedisKeys.affinityPartners(Kind.PRODUCT), partners);
  }

  private static void take(ViewWrite view, String key, Set<String> served) {
    if (!view.key().equals(key)) {
      return;
    }
    assertThat(view.field()).as("a value in place of all of them").isNotNull();
    if (view.json() == null) {
      served.remove(view.field());
    } else {
      served.add(view.field());
    }
  }

  private Set<String> known() {
    var known = new HashSet<String>();
    affinities.eachItem(item -> known.add(affinities.name(item)));
    return known;
  }

  @Test
  void whatWasForgottenIsServedNoMore() {
    for (int n = 0; n < 3 * MOST_ITEMS; n++) {
      bought(List.of("often", "rare" + n));
      if (n % 100 == 0) {
        serve();
      }
    }
    for (int round = 0; round < 10; round++) {
      serve();
    }
    assertThat(known()).hasSizeLessThanOrEqualTo(MOST_ITEMS).contains("often");
    assertThat(items).isEqualTo(known());
    assertThat(partners).isEqualTo(known());
  }

  @Test
  void whatIsBoughtAgainAfterItWasForgottenIsServed() {
    bought(List.of("again"));
    serve();
    for (int n = 0; n < MOST_ITEMS; n++) {
      bought(List.of("often", "rare" + n));
    }
    assertThat(known()).doesNotContain("again");
    bought(List.of("again"));
    serve();
    serve();
    assertThat(items).contains("again");
  }

  @Test
  void manyPartnersOfSomeDoNotKeepOthersThatWereForgotten() {
    bought(IntStream.range(0, 300).mapToObj(n -> "rare" + n).toList());
    for (int n = 0; n < 2; n++) {
      bought(IntStream.range(0, 200).mapToObj(i -> "often" + i).toList());
    }
    bought(List.of("last"));
    for (int round = 0; round < 10; round++) {
      serve();
    }
    assertThat(items).isEqualTo(known());
  }
}
