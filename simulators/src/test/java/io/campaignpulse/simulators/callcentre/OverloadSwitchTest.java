package io.campaignpulse.simulators.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverloadSwitchTest {
  /** Two agents bear 20 calls of 10 seconds in a window of 100 seconds. */
  private static final OverloadRule RULE = new OverloadRule(1, .5, 100, 10);

  private static final QueueDiscipline CALM = QueueDiscipline.accumulating(List.of(4.0, 1.0));
  private static final QueueDiscipline OVERLOAD = QueueDiscipline.strict(2);

  private final OverloadSwitch routing = new OverloadSwitch(RULE, CALM, OVERLOAD);

  @Test
  void turnsStrictWhenMoreWorkComesInThanTheAgentsBear() {
    offer(19, 1);
    assertThat(routing.at(19, 2)).isEqualTo(CALM);
    offer(1, 20);
    assertThat(routing.at(20, 2)).isEqualTo(OVERLOAD);
  }

  @Test
  void turnsBackOnlyWellBelow() {
    offer(20, 1);
    routing.at(20, 2);

    assertThat(routing.at(109, 2)).isEqualTo(OVERLOAD);
    assertThat(routing.at(111, 2)).isEqualTo(CALM);
    assertThat(routing.changes())
        .containsExactly(
            new OverloadSwitch.Change(20, true), new OverloadSwitch.Change(111, false));
    assertThat(routing.secondsOverloaded(200)).isEqualTo(91);
  }

  @Test
  void moreAgentsBearMore() {
    offer(20, 1);
    assertThat(routing.at(20, 3)).isEqualTo(CALM);
  }

  @Test
  void refusesToEndAboveWhereItBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OverloadRule(1, 1.1, 100, 10))
        .withMessageContaining("no higher than it begins");
  }

  private void offer(int calls, double from) {
    for (int i = 0; i < calls; i++) {
      routing.offered(from + i);
    }
  }
}
