package io.campaignpulse.standalone.flink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlinkSettingsTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "4, 2", "8, 4", "64, 4"})
  void operatorsAreDividedByWhatTheMachineHasBesideTheRest(int processors, int shares) {
    assertThat(FlinkSettings.shares(processors)).isEqualTo(shares);
  }
}
