package io.campaignpulse.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulseSystemIT {
  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Stages stages = new Stages(new PrintStream(out, true), false);

  @Test
  void startsAllPartsStopsThemAndGoesOnAtTheNextStart() throws Exception {
    try (var started = new Started()) {
      var address = system(started).start(true);

      assertThat(status(address)).isEqualTo(200);
      assertThat(out.toString())
          .contains("Kafka ready", "Redis ready", "Flink ready", "Dashboard ready", "Jobs running");
      assertThatThrownBy(() -> system(new Started()).start(true))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
    }
    assertThat(out.toString()).doesNotContain("going on from");

    try (var started = new Started()) {
      assertThat(status(system(started).start(false))).isEqualTo(200);
    }
    assertThat(out.toString()).contains("going on from checkpoint chk-");
  }

  private PulseSystem system(Started started) {
    var settings =
        new Settings(
            0,
            directory,
            Currency.getInstance("USD"),
            Duration.ofHours(24),
            Duration.ofDays(180),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return new PulseSystem(settings, new ProvisionalParts(), stages, started);
  }

  private static int status(URI address) throws Exception {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
