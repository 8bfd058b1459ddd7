package io.campaignpulse.standalone.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.CoreOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlinkSettingsTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "4, 2", "8, 4", "64, 4"})
  void operatorsAreDividedByWhatTheMachineHasBesideTheRest(int processors, int shares) {
    assertThat(FlinkSettings.shares(processors)).isEqualTo(shares);
  }

  @Test
  void whatIsGivenHoldsOverOurOwn() {
    var given = Map.of("execution.checkpointing.interval", "5 s", "parallelism.default", "3");
    var settings = FlinkSettings.of(Path.of("checkpoints"), Path.of("tmp"), given);
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.get(CoreOptions.DEFAULT_PARALLELISM)).isEqualTo(3);
  }

  @Test
  void whatIsWorkedOnStaysInTheDataDirectory() {
    var settings = FlinkSettings.of(Path.of("checkpoints"), Path.of("data", "tmp"), Map.of());
    assertThat(settings.get(CoreOptions.TMP_DIRS)).isEqualTo("data/tmp");
  }

  @Test
  void aPathThatFlinkWouldTakeForSeveralIsNotTold() {
    var settings = FlinkSettings.of(Path.of("checkpoints"), Path.of("a,b", "tmp"), Map.of());
    assertThat(settings.getOptional(CoreOptions.TMP_DIRS)).isEmpty();
  }
}
