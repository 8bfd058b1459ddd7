package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.simulators.target.TargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a live company tells of the time before its world began, and when. */
class LivePastTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration BACKFILL = Duration.ofHours(1);
  private static final Duration LATENESS = Duration.ofDays(1);
  private static final WorldSettings SETTINGS =
      new WorldSettings(
          2_000, 0.5, 0.1, Duration.ofHours(1), 0.02, 0.3, 0.02, Duration.ofMinutes(5), 0.01);

  @TempDir Path directory;
  private LiveMemory memory;

  @BeforeEach
  void forget() {
    memory = new LiveMemory(directory.resolve("memory"), Currency.getInstance("USD"));
  }

  @Test
  void isSentWholeAndInOrderBeforeAnyLiveEvent() {
    var system = new MortalTarget();
    var world = live(system, NOW);
    var past = idsOfPast(world);
    assertThat(past).hasSizeGreaterThan(1_000);
    var taken = system.taken();
    assertThat(taken.subList(0, past.size())).extracting(MortalTarget::id).isEqualTo(past);
    assertThat(taken.subList(past.size(), taken.size()))
        .hasSizeGreaterThan(1_000)
        .noneMatch(event -> MortalTarget.time(event).isBefore(world.start()));
  }

  @Test
  void isNotSentAgainAfterARestart() {
    live(new MortalTarget(), NOW);
    var restarted = new MortalTarget();
    var world = live(restarted, NOW.plusSeconds(60));
    assertThat(restarted.taken())
        .isNotEmpty()
        .noneMatch(event -> MortalTarget.time(event).isBefore(world.start()));
  }

  @Test
  void losesNothingToAKill() {
    assertThat(ids(killedTwice().taken())).containsAll(idsOfPast(remembered(NOW).world()));
  }

  /** Repeats aren't either: they are of the day that was under way. */
  @Test
  void nothingOfItIsLateEvenAfterAKill() {
    var newest = Instant.MIN;
    for (var event : killedTwice().taken()) {
      var time = MortalTarget.time(event);
      assertThat(time.plus(LATENESS)).isAfter(newest);
      newest = time.isAfter(newest) ? time : newest;
    }
  }

  /** A system that was killed twice amid the past, but in the end got to the present. */
  private MortalTarget killedTwice() {
    var system = new MortalTarget();
    for (var requests : List.of(100, 50)) {
      system.failsAfter(requests);
      assertThatThrownBy(() -> live(system, NOW)).isInstanceOf(TargetException.class);
    }
    live(system.failsAfter(Integer.MAX_VALUE), NOW.plusSeconds(60));
    return system;
  }

  @Test
  void isSentAllTheSameAfterALongAbsence() {
    var world = remembered(NOW).world();
    var later = remembered(NOW.plus(Duration.ofDays(2)));
    assertThat(later.pastFrom()).isEqualTo(world.pastBegins());
    assertThat(later.from()).isEqualTo(NOW.plus(Duration.ofDays(2)).minus(BACKFILL));
  }

  private World live(MortalTarget system, Instant now) {
    var life = remembered(now);
    var clock = InstantSource.fixed(now);
    new LiveCompany(life, memory, system, clock, LiveCompany.Listener.SILENT).liveUntil(now);
    return life.world();
  }

  private LiveMemory.Resumption remembered(Instant now) {
    return memory.resume(3, SETTINGS, now, BACKFILL);
  }

  private static List<String> idsOfPast(World world) {
    var ids = new ArrayList<String>();
    world.past().forEachRemaining(emission -> ids.add(emission.eventId()));
    return ids;
  }

  private static List<String> ids(List<SpecificRecord> events) {
    return events.stream().map(MortalTarget::id).toList();
  }
}
