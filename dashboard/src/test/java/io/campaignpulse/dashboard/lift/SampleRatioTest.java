package io.campaignpulse.dashboard.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRatioTest {
  private static final Map<String, Double> HALVES = Map.of("A", 0.5, "CONTROL", 0.5);

  /** p by numerical integration of the density, apart from any library. */
  @ParameterizedTest
  @CsvSource({
    "4900, 5100, 4.0, 0.0455002638964",
    "4800, 5200, 16.0, 6.3342483666e-5",
    "821588, 815482, 22.7743688419, 1.8217928726e-6"
  })
  void theTestOfTwoGroupsIsTheBooks(long a, long control, double chiSquare, double p) {
    var ratio = SampleRatio.of(HALVES, Map.of("A", a, "CONTROL", control)).orElseThrow();
    assertThat(ratio.chiSquare()).isCloseTo(chiSquare, within(1e-9));
    assertThat(ratio.degreesOfFreedom()).isEqualTo(1);
    assertThat(ratio.pValue()).isCloseTo(p, within(p * 1e-9));
  }

  @Test
  void threeGroupsHaveTwoDegreesOfFreedom() {
    var shares = Map.of("CONTROL", 0.1, "A", 0.45, "B", 0.45);
    var ratio =
        SampleRatio.of(shares, Map.of("CONTROL", 900L, "A", 4600L, "B", 4500L)).orElseThrow();
    assertThat(ratio.degreesOfFreedom()).isEqualTo(2);
    assertThat(ratio.chiSquare()).isCloseTo(12.222222222222, within(1e-9));
    // exp(-chiSquare / 2)
    assertThat(ratio.pValue()).isCloseTo(0.00221808490432, within(1e-12));
    assertThat(ratio.warning()).isFalse();
  }

  @Test
  void warnsBelowOneInAThousand() {
    assertThat(of(5164, 4836).pValue()).isBetween(0.001, 0.0011);
    assertThat(of(5164, 4836).warning()).isFalse();
    assertThat(of(5165, 4835).pValue()).isBetween(0.0009, 0.001);
    assertThat(of(5165, 4835).warning()).isTrue();
  }

  private static SampleRatio of(long a, long control) {
    return SampleRatio.of(HALVES, Map.of("A", a, "CONTROL", control)).orElseThrow();
  }

  @Test
  void sharesThatAreNotOneAreProportionsAmongTheNamed() {
    var ratio =
        SampleRatio.of(Map.of("A", 0.1, "B", 0.3), Map.of("A", 25L, "B", 75L, "CONTROL", 900L))
            .orElseThrow();
    assertThat(ratio.planned().get("A")).isCloseTo(0.25, within(1e-12));
    assertThat(ratio.observed()).isEqualTo(Map.of("A", 25L, "B", 75L));
    assertThat(ratio.chiSquare()).isCloseTo(0, within(1e-12));
    assertThat(ratio.pValue()).isCloseTo(1, within(1e-12));
  }

  @Test
  void customersWhoWereToBeInNoGroupAtAllAreAMismatch() {
    var ratio =
        SampleRatio.of(HALVES, Map.of("A", 50L, "CONTROL", 50L, "B", 1L, "C", 0L)).orElseThrow();
    assertThat(ratio.observed()).isEqualTo(Map.of("A", 50L, "CONTROL", 50L, "B", 1L));
    assertThat(ratio.chiSquare()).isInfinite();
    assertThat(ratio.pValue()).isZero();
    assertThat(ratio.warning()).isTrue();
  }

  @Test
  void aGroupThatNobodyIsInCounts() {
    var ratio = SampleRatio.of(HALVES, Map.of("A", 100L)).orElseThrow();
    assertThat(ratio.observed()).isEqualTo(Map.of("A", 100L, "CONTROL", 0L));
    assertThat(ratio.chiSquare()).isCloseTo(100, within(1e-9));
  }

  @Test
  void thereIsNothingToTellWithoutAPlanOrAnybodyAssigned() {
    assertThat(SampleRatio.of(Map.of(), Map.of("A", 10L))).isEmpty();
    assertThat(SampleRatio.of(Map.of("A", 0.9), Map.of("A", 10L))).isEmpty();
    assertThat(SampleRatio.of(HALVES, Map.of("A", 0L))).isEmpty();
  }
}
