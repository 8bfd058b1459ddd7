package io.campaignpulse.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkTest {
  private static Walk through(int many) {
    return new Walk(IntStream.range(0, many).mapToObj(n -> "c" + n).toList(), 2, 3);
  }

  @Test
  void goesThroughAllAFewAtATime() {
    var walk = through(5);
    assertThat(walk.next()).containsExactly("c0", "c1");
    assertThat(walk.next()).containsExactly("c2", "c3");
    assertThat(walk.ended()).isFalse();
    assertThat(walk.next()).containsExactly("c4");
    assertThat(walk.ended()).isTrue();
    assertThat(walk.next()).isEqualTo(List.of());
  }

  @Test
  void isDoneInSoManyTimesHoweverManyThereAre() {
    var walk = through(11);
    for (int times = 0; times < 3; times++) {
      assertThat(walk.ended()).isFalse();
      walk.next();
    }
    assertThat(walk.ended()).isTrue();
  }
}
