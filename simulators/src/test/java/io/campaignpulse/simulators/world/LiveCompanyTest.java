package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.simulators.target.FakePulse;
import io.campaignpulse.simulators.target.PulseClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCompanyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final WorldSettings SMALL =
      new WorldSettings(
          800, 0, 0.1, Duration.ofHours(1), 0.02, 0.3, 0.02, Duration.ofMinutes(5), 0.01);

  @TempDir Path directory;

  @Test
  void sendsWhatWasDueAndGoesOnAfterARestartWithoutAGapOrNewIds() {
    try (var inParts = new FakePulse();
        var atOnce = new FakePulse()) {
      live(inParts, "a", NOW, NOW);
      live(inParts, "a", NOW.plusSeconds(600), NOW.plusSeconds(600));
      live(atOnce, "b", NOW, NOW.plusSeconds(600));
      assertThat(ids(inParts)).isEqualTo(ids(atOnce)).hasSizeGreaterThan(1_000);
      assertThat(inParts.taken("events")).hasSameSizeAs(atOnce.taken("events"));
    }
  }

  @Test
  void introducesItselfBeforeItsFirstEvent() {
    try (var pulse = new FakePulse()) {
      live(pulse, "a", NOW, NOW);
      assertThat(pulse.taken.keySet())
          .containsExactly("products", "offers", "agents", "campaigns", "customers", "events");
      assertThat(pulse.taken("customers")).hasSize(800);
      assertThat(pulse.taken("campaigns"))
          .hasSizeGreaterThanOrEqualTo(8)
          .allMatch(campaign -> campaign.get("simulated").asBoolean());
    }
  }

  @Test
  void leavesAnOfferAloneThatTheSystemHasAlready() {
    try (var pulse = new FakePulse()) {
      var all = new World(1, NOW, SMALL).offers();
      var client = new PulseClient(pulse.address());
      client.put(ReferenceKind.OFFERS, all.get(2));
      live(pulse, "a", NOW, NOW);
      assertThat(pulse.taken("offers"))
          .hasSize(all.size() - 1)
          .noneMatch(offer -> offer.get("offerId").asText().equals(all.get(2).getOfferId()));
      live(pulse, "a", NOW, NOW);
      assertThat(pulse.taken("offers")).hasSize(all.size() - 1);
      assertThat(pulse.taken("products")).hasSize(40);
    }
  }

  @Test
  void leavesOutWhatWasMissedInALongAbsence() {
    var memory = new LiveMemory(directory.resolve("a"), Currency.getInstance("USD"));
    var world = memory.resume(3, SMALL, NOW, HOUR).world();
    var later = memory.resume(3, SMALL, NOW.plus(Duration.ofDays(2)), HOUR);
    assertThat(later.world().start()).isEqualTo(world.start()).isEqualTo(NOW.minus(HOUR));
    assertThat(later.from()).isEqualTo(NOW.plus(Duration.ofDays(2)).minus(HOUR));
  }

  @Test
  void anotherKindOfWorldBeginsAnew() {
    var memory = new LiveMemory(directory.resolve("a"), Currency.getInstance("USD"));
    memory.resume(3, SMALL, NOW, HOUR);
    var other = memory.resume(3, SMALL.tidy(), NOW.plusSeconds(600), HOUR);
    assertThat(other.world().start()).isEqualTo(NOW.plusSeconds(600).minus(HOUR));
  }

  @Test
  void sendsAnEventOnlyOnceItIsDue() {
    try (var pulse = new FakePulse()) {
      live(pulse, "a", NOW, NOW);
      assertThat(pulse.taken("events"))
          .allMatch(event -> Instant.parse(event.get("occurredAt").asText()).isBefore(NOW));
    }
  }

  private void live(FakePulse pulse, String memoryFile, Instant now, Instant until) {
    var memory = new LiveMemory(directory.resolve(memoryFile), Currency.getInstance("USD"));
    var life = memory.resume(3, SMALL, now, HOUR);
    new LiveCompany(
            life,
            memory,
            new PulseClient(pulse.address()),
            InstantSource.fixed(until),
            LiveCompany.Listener.SILENT)
        .liveUntil(until);
  }

  private static List<String> ids(FakePulse pulse) {
    var ids = new TreeSet<String>();
    pulse.taken("events").forEach(event -> ids.add(event.get("eventId").asText()));
    return List.copyOf(ids);
  }
}
