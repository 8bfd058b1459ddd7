package io.campaignpulse.value;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.value.core.Purchases;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValuedTest {
  private static final long BOUGHT = LocalDate.parse("2025-12-20").toEpochDay();
  private static final long BROUGHT_BACK = LocalDate.parse("2026-01-05").toEpochDay();

  private final Purchases purchases = new Purchases();

  private long lastDay() {
    var valued = new Valued(purchases, "A", BROUGHT_BACK, 9, 1, Valued.UNPLANNED);
    return valued.buyer("anna", 0).lastDay();
  }

  @Test
  void aBuyersLastDayIsThatOfAnOrderNotOfAReturn() {
    purchases.enter(order("e1", BOUGHT * DAY, "o1", 5_000));
    purchases.enter(refund("e2", BROUGHT_BACK * DAY, "o1", 2_000));
    assertThat(lastDay()).isEqualTo(BOUGHT);
    purchases.forget((BROUGHT_BACK + 1) * DAY);
    assertThat(lastDay()).isEqualTo(BOUGHT);
  }

  @Test
  void aBuyersLastDayIsNotThatOfAnOrderThatCameBack() {
    purchases.enter(order("e1", (BOUGHT - 9) * DAY, "o1", 5_000));
    purchases.enter(order("e2", BOUGHT * DAY, "o2", 700));
    purchases.enter(refund("e3", BROUGHT_BACK * DAY, "o2", 700));
    assertThat(lastDay()).isEqualTo(BOUGHT - 9);
  }
}
