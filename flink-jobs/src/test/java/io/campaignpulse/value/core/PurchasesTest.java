package io.campaignpulse.value.core;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurchasesTest {
  private final Purchases purchases = new Purchases();

  @Test
  void countPurchasesOfOneDayAsOne() {
    purchases.enter(order("e1", 10 * DAY + 1, "o1", 500));
    purchases.enter(order("e2", 10 * DAY + 2, "o2", 700));
    purchases.enter(order("e3", 17 * DAY, "o3", 900));
    assertThat(purchases.observed(24)).contains(new Observed(24, 2, 7, 14, 2100, 900));
  }

  @Test
  void doNotCountADayOfWhichAllWasBroughtBack() {
    purchases.enter(order("e1", 10 * DAY, "o1", 500));
    purchases.enter(order("e2", 12 * DAY, "o2", 700));
    purchases.enter(refund("e3", 13 * DAY, "o1", 500));
    assertThat(purchases.observed(12)).contains(new Observed(12, 2, 2, 2, 1200, 700));
    assertThat(purchases.observed(13)).contains(new Observed(13, 1, 0, 1, 700, 0));
  }

  @Test
  void countADayOfAnOrderThatCostNothing() {
    purchases.enter(order("e1", 10 * DAY, "o1", 0));
    assertThat(purchases.observed(10)).contains(new Observed(10, 1, 0, 0, 0, 0));
  }

  @Test
  void rememberTheDaysOfWhatTheyForget() {
    purchases.enter(order("e1", 10 * DAY, "o1", 500));
    purchases.enter(order("e2", 12 * DAY, "o2", 700));
    purchases.forget(11 * DAY);
    assertThat(purchases.holds("e1")).isFalse();
    assertThat(purchases.oldest()).contains(12 * DAY);
    assertThat(purchases.lastDay()).contains(12L);
    assertThat(purchases.observed(12)).contains(new Observed(12, 2, 2, 2, 1200, 700));
    purchases.forget(13 * DAY);
    assertThat(purchases.page().touches()).isEmpty();
    assertThat(purchases.lastDay()).contains(12L);
  }
}
