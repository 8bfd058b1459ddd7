package io.campaignpulse.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerExitTest {
  private final List<String> told = new ArrayList<>();
  private final BrokerExit exit = new BrokerExit(told::add);

  @Test
  void failsTheStartOfABrokerThatGivesUpWhileItStarts() {
    assertThatThrownBy(() -> exit.execute(1, "no space left"))
        .hasMessage("the Kafka broker gave up: no space left");
    assertThat(told).isEmpty();
  }

  @Test
  void tellsOnceThatARunningBrokerGaveUp() {
    exit.watch();

    assertThatThrownBy(() -> exit.execute(1, null)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> exit.execute(1, null)).isInstanceOf(IllegalStateException.class);

    assertThat(told).containsExactly("the Kafka broker gave up");
  }

  @Test
  void tellsNothingOfABrokerThatIsAskedToEnd() {
    exit.watch();
    exit.rest();

    assertThatThrownBy(() -> exit.execute(1, null)).isInstanceOf(IllegalStateException.class);
    assertThat(told).isEmpty();
  }
}
