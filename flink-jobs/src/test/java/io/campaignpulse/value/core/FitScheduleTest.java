package io.campaignpulse.value.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.FitOrder;
import org.junit.jupiter.api.Test;

class FitScheduleTest {
  private static final long NOW = 1_000_000_000;

  @Test
  void isDueOnceEnoughCustomersCameBack() {
    assertThat(FitSchedule.NEVER.due(10, NOW, 99)).isFalse();
    assertThat(FitSchedule.NEVER.due(10, NOW, 100)).isTrue();
  }

  @Test
  void isDueEachDayAndWhenFarMoreCustomersCameBack() {
    var last = new FitSchedule(10, NOW - 60_000, 1000);
    assertThat(last.due(10, NOW, 1499)).isFalse();
    assertThat(last.due(10, NOW, 1500)).isTrue();
    assertThat(last.due(11, NOW, 1000)).isTrue();
    assertThat(last.due(11, NOW - 1, 1000)).isFalse();
  }

  @Test
  void ordersAreReadAsTheyAreGiven() {
    var order = new FitSchedule(10, NOW, 1000).order();
    assertThat(FitOrder.of(order.command())).contains(order);
  }

  @Test
  void aClockThatIsSetBackPutsOffNothing() {
    var last = new FitSchedule(10, NOW, 1000);
    assertThat(last.due(11, NOW - 1_000, 1000)).isFalse();
    assertThat(last.due(11, NOW - 3_600_000, 1000)).isTrue();
  }
}
