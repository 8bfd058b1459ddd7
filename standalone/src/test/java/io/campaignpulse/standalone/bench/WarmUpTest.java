package io.campaignpulse.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  /** In which second it is warm, of compilers that took so much by the end of each; 0 for never. */
  private static int warmIn(WarmUp warmUp, DoubleStream compiledSeconds) {
    int second = 0;
    for (double compiled : compiledSeconds.toArray()) {
      second++;
      if (warmUp.after(compiled)) {
        return second;
      }
    }
    return 0;
  }

  @Test
  void isWarmOnceCompilersHaveDoneLittleForFourSeconds() {
    var compiled = DoubleStream.of(1, 2, 3, 3.1, 3.2, 3.3, 3.4, 3.5);
    assertThat(warmIn(new WarmUp(2, 60), compiled)).isEqualTo(7);
  }

  @Test
  void aLongCompilationThatIsCountedInTheEndBreaksTheRest() {
    var compiled = DoubleStream.of(3, 3, 3, 3, 5.5, 5.5, 5.5, 5.5, 5.5);
    assertThat(warmIn(new WarmUp(2, 60), compiled)).isEqualTo(9);
  }

  @Test
  void takesItsLeastTimeThoughNothingIsCompiled() {
    assertThat(warmIn(new WarmUp(8, 60), DoubleStream.generate(() -> 1).limit(60))).isEqualTo(8);
  }

  @Test
  void hasTimeEnoughThoughCompilersNeverRest() {
    var busy = DoubleStream.iterate(1, compiled -> compiled + 1).limit(60);
    assertThat(warmIn(new WarmUp(2, 20), busy)).isEqualTo(20);
  }

  @Test
  void restsAsFarAsItIsAskedTo() {
    var third = DoubleStream.iterate(1, worked -> worked + 0.33).limit(60);
    assertThat(warmIn(new WarmUp(0.5, 0, 20), third)).isEqualTo(5);
  }

  @Test
  void knowsThatThisProcessHasCompiled() {
    assertThat(WarmUp.compiledSeconds()).isPositive();
  }
}
