package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceTest {
  private static final int DRAWS = 40_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 4.5})
  void gammaHasTheMeanAndTheVarianceOfItsShape(double shape) {
    var draws = draws(chance -> chance.gamma(shape));
    assertThat(mean(draws)).isCloseTo(shape, within(4 * Math.sqrt(shape / DRAWS)));
    var errorOfVariance = Math.sqrt((2 * shape * shape + 6 * shape) / DRAWS);
    assertThat(variance(draws)).isCloseTo(shape, within(4 * errorOfVariance));
  }

  @ParameterizedTest
  @CsvSource({"0.8, 2.4", "3, 1"})
  void betaHasTheMeanAndTheVarianceOfItsShapes(double a, double b) {
    var draws = draws(chance -> chance.beta(a, b));
    var variance = a * b / ((a + b) * (a + b) * (a + b + 1));
    assertThat(mean(draws)).isCloseTo(a / (a + b), within(4 * Math.sqrt(variance / DRAWS)));
    // the fourth central moment of what lies within 0 to 1 is at most its variance
    assertThat(variance(draws)).isCloseTo(variance, within(4 * Math.sqrt(variance / DRAWS)));
  }

  private static double[] draws(ToDoubleFunction<Chance> draw) {
    var chance = Chance.of(1);
    return IntStream.range(0, DRAWS).mapToDouble(i -> draw.applyAsDouble(chance)).toArray();
  }

  private static double mean(double[] draws) {
    return IntStream.range(0, DRAWS).mapToDouble(i -> draws[i]).average().orElseThrow();
  }

  private static double variance(double[] draws) {
    var mean = mean(draws);
    return mean(
        IntStream.range(0, DRAWS)
            .mapToDouble(i -> (draws[i] - mean) * (draws[i] - mean))
            .toArray());
  }
}
