package io.campaignpulse.value.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.FitOrder;
import org.junit.jupiter.api.Test;

class FitScheduleTest {
  @Test
  void isDueOnceEnoughCustomersCameBack() {
    assertThat(FitSchedule.NEVER.due(10, 99)).isFalse();
    assertThat(FitSchedule.NEVER.due(10, 100)).isTrue();
  }

  @Test
  void isDueEachDayAndWhenFarMoreCustomersCameBack() {
    var last = new FitSchedule(10, 1000);
    assertThat(last.due(10, 1499)).isFalse();
    assertThat(last.due(10, 1500)).isTrue();
    assertThat(last.due(11, 1000)).isTrue();
  }

  @Test
  void ordersAreReadAsTheyAreGiven() {
    var order = new FitSchedule(10, 1000).order();
    assertThat(FitOrder.of(order.command())).contains(order);
  }
}
