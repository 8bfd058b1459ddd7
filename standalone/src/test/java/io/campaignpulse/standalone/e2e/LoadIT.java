package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.simulators.load.Wire;
import io.campaignpulse.simulators.target.Answer;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.load.Load;
import io.campaignpulse.standalone.load.LoadRun;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load measures a whole system, and holds it to the recount. */
class LoadIT {
  private static final Stages SILENT =
      new Stages(new PrintStream(OutputStream.nullOutputStream()), false);

  /** Where all was shown nothing took longer: the load waits no longer for it. */
  private static final long LONGEST_MICROS = Duration.ofMinutes(3).toNanos() / 1_000;

  @TempDir Path data;

  @Test
  void aLoadIsTimedOnItsWholeWayAndEqualsTheRecount() throws Exception {
    try (var local = LocalPulse.start(data, LocalPulse.DEFAULT_LATENESS)) {
      var address = local.pulse().address();
      var result = LoadRun.run(load(1), address, Optional.of(local.redisUri()), SILENT);

      assertThat(result.differences()).isEmpty();
      assertThat(result.report().accepted()).isEqualTo(1_500);
      assertThat(result.report().answered().getTotalCount()).isEqualTo(1_000);
      assertThat(result.shown()).isEqualTo(result.interactions()).isLessThan(1_200);
      assertThat(result.stored().getTotalCount()).isEqualTo(result.framed().getTotalCount());
      assertThat(result.stored().getMaxValue()).isLessThan(LONGEST_MICROS);
      assertThat(result.framed().getMaxValue()).isLessThan(LONGEST_MICROS);
      assertThat(result.json().path("differences")).isEmpty();
      var health = local.pulse().http().get("health");
      assertThat(health.path("deadLetters").asText()).isEqualTo("0");
      assertThat(health.path("lateEvents").asText()).isEqualTo("0");
      assertThat(String.join("\n", result.lines())).contains("and the calls of the queue");
      assertThatThrownBy(() -> LoadRun.run(load(1), address, Optional.empty(), SILENT))
          .hasMessageContaining("seed 1");

      var timed = new AtomicInteger();
      var lossy =
          LoadRun.run(
              load(2),
              address,
              Optional.empty(),
              withoutContacts(local),
              timed::incrementAndGet,
              SILENT);
      assertThat(timed).as("told once that the timed part has begun").hasValue(1);
      assertThat(lossy.differences())
          .anyMatch(line -> line.contains("totals contacted: 0 and not"));
      assertThat(lossy.callsToo()).as("the queue had others before").isFalse();
      assertThat(lossy.framed().getTotalCount()).isPositive();
      assertThat(lossy.stored().getTotalCount()).as("seen over REST").isPositive();
    }
  }

  private static Load load(long seed) {
    var mix = new LoadMix(3, 50, 0.5, 0.2, Duration.ofSeconds(30), 0.2);
    return new Load(seed, 500, Duration.ofSeconds(1), Duration.ofSeconds(2), mix);
  }

  /** Says that it has all events, and keeps the contacts to itself. */
  private static Wire<String> withoutContacts(LocalPulse local) {
    var http = Wire.http(new PulseClient(local.pulse().address()));
    return new Wire<>() {
      @Override
      public String write(SpecificRecord event) {
        return http.write(event);
      }

      @Override
      public Answer send(List<String> written) {
        http.send(written.stream().filter(line -> !line.contains("CampaignContact")).toList());
        return new Answer(written.size(), List.of());
      }
    };
  }
}
