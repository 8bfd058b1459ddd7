package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.SaleLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What goes with what is bought together more often than by chance. */
class ComplementsTest {
  private static final Instant START = Instant.parse("2026-03-02T10:17:00Z");
  private static final String ESPRESSO = "kit-espresso";
  private static final String GRINDER = "kit-grinder";

  private final Company company = Company.load();

  @Test
  void areProductsOfTheCompany() {
    assertThat(company.complements()).isNotEmpty();
    company
        .complements()
        .forEach(
            (bought, others) -> {
              assertThat(company.product(bought)).isNotNull();
              others.forEach((other, share) -> assertThat(company.product(other)).isNotNull());
              assertThat(others.values()).allMatch(share -> share > 0 && share < 1);
            });
  }

  @Test
  void showInThePast() {
    var baskets = new ArrayList<Set<String>>();
    new World(1, START, WorldSettings.DEMO)
        .past()
        .forEachRemaining(emission -> add(baskets, emission));
    assertThat(lift(baskets, ESPRESSO, GRINDER)).isGreaterThan(3);
    assertThat(lift(baskets, "air-purifier", "sup-filter")).isGreaterThan(1.5);
  }

  @Test
  void showInTheWorldToo() {
    var lively = new WorldSettings(2_000, 0, 0.5, Duration.ofHours(1), 0.3, 5, 0, Duration.ZERO, 0);
    var emissions = new World(1, START, lively).emissions();
    var baskets = new ArrayList<Set<String>>();
    while (baskets.size() < 3_000) {
      add(baskets, emissions.next());
    }
    assertThat(lift(baskets, ESPRESSO, GRINDER)).isGreaterThan(3);
    assertThat(confidence(baskets, ESPRESSO, GRINDER))
        .isGreaterThan(company.complements().get(ESPRESSO).get(GRINDER) - 0.15);
  }

  private static void add(List<Set<String>> baskets, Emission emission) {
    if (emission.event() instanceof Sale sale && sale.getKind() == SaleKind.ORDER) {
      baskets.add(sale.getLines().stream().map(SaleLine::getProductId).collect(Collectors.toSet()));
    }
  }

  private static double lift(List<Set<String>> baskets, String one, String other) {
    var share = (double) count(baskets, other, other) / baskets.size();
    return confidence(baskets, one, other) / share;
  }

  private static double confidence(List<Set<String>> baskets, String one, String other) {
    return (double) count(baskets, one, other) / count(baskets, one, one);
  }

  private static long count(List<Set<String>> baskets, String one, String other) {
    return baskets.stream().filter(b -> b.contains(one) && b.contains(other)).count();
  }
}
