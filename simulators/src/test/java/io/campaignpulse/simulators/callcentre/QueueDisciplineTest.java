package io.campaignpulse.simulators.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueueDisciplineTest {
  private record Waiting(String name, int tier, double seconds) {}

  private static final Waiting LONG_B = new Waiting("long B", 1, 100);
  private static final Waiting SHORT_A = new Waiting("short A", 0, 20);
  private static final Waiting NEW_A = new Waiting("new A", 0, 1);

  @Test
  void firstComeAnswersWhoeverWaitedLongest() {
    assertThat(next(QueueDiscipline.firstCome(2), SHORT_A, LONG_B, NEW_A)).isEqualTo("long B");
  }

  @Test
  void strictAnswersTheBestTierFirstAndThereTheLongest() {
    assertThat(next(QueueDiscipline.strict(2), LONG_B, NEW_A, SHORT_A)).isEqualTo("short A");
  }

  @Test
  void accumulatingWeighsTheTierAgainstTheWait() {
    var fourToOne = QueueDiscipline.accumulating(List.of(4.0, 1.0));
    assertThat(next(fourToOne, SHORT_A, LONG_B)).isEqualTo("long B");
    assertThat(next(fourToOne, LONG_B, new Waiting("A", 0, 26))).isEqualTo("A");
  }

  @Test
  void atEqualPriorityTheLongerWaitWins() {
    var fourToOne = QueueDiscipline.accumulating(List.of(4.0, 1.0));
    assertThat(next(fourToOne, new Waiting("A", 0, 25), LONG_B)).isEqualTo("long B");
    assertThat(next(fourToOne, LONG_B, new Waiting("A", 0, 25))).isEqualTo("long B");
  }

  @Test
  void aCreditIsAHeadStartInSeconds() {
    var ninety = QueueDiscipline.credited(List.of(90.0, 0.0));
    assertThat(next(ninety, LONG_B, SHORT_A)).isEqualTo("short A");
    assertThat(next(ninety, LONG_B, new Waiting("A", 0, 9))).isEqualTo("long B");
  }

  @Test
  void anEmptyQueueHasNoNextCall() {
    assertThat(QueueDiscipline.strict(2).next(List.<Waiting>of(), Waiting::tier, Waiting::seconds))
        .isEmpty();
  }

  @Test
  void refusesRatesThatWouldLeaveCallersWaitingForEver() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QueueDiscipline.accumulating(List.of(4.0, 0.0)))
        .withMessageContaining("rate must be positive");
  }

  private static String next(QueueDiscipline discipline, Waiting... waiting) {
    return discipline.next(List.of(waiting), Waiting::tier, Waiting::seconds).orElseThrow().name();
  }
}
