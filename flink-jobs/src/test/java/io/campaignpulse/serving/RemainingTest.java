package io.campaignpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.serving.Remaining.Partition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemainingTest {
  private static final Partition CALLS = new Partition("calls", 0);
  private static final Partition SALES = new Partition("sales", 3);

  private final Remaining remaining = new Remaining(Map.of(CALLS, 10L, SALES, 5L));

  private void hear(Partition partition, long offset) {
    remaining.heard(Command.reached(new Position(partition.topic(), partition.number(), offset)));
  }

  @Test
  void hasCaughtUpOnceABarrierFollowsTheEndsOfAllPartitions() {
    hear(CALLS, 10);
    remaining.barrierPassed();
    assertThat(remaining.caughtUp()).isFalse();
    hear(SALES, 7);
    assertThat(remaining.caughtUp()).isFalse();
    remaining.barrierPassed();
    assertThat(remaining.caughtUp()).isTrue();
  }

  @Test
  void isNotContentWithLessThanTheEnd() {
    hear(CALLS, 10);
    hear(SALES, 4);
    hear(new Partition("sales", 2), 5);
    remaining.heard(new Command(Command.TICK));
    remaining.barrierPassed();
    assertThat(remaining.caughtUp()).isFalse();
  }

  @Test
  void hasNothingToReadAgainWhereNothingIs() {
    assertThat(new Remaining(Map.of()).caughtUp()).isTrue();
  }
}
