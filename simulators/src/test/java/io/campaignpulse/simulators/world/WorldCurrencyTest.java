package io.campaignpulse.simulators.world;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceDoor;
import io.campaignpulse.events.ReferenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Currencies of no, two and three digits: nothing that a world tells is refused for its amount. */
class WorldCurrencyTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final WorldSettings SMALL =
      new WorldSettings(2_000, 0.33, 2, Duration.ofMinutes(20), 0.2, 1, 0, Duration.ZERO, 0);

  @ParameterizedTest
  @ValueSource(strings = {"KRW", "JPY", "EUR", "KWD"})
  void everythingPassesTheDoor(String code) throws InvalidRecordException {
    var currency = Currency.getInstance(code);
    var world = new World(1, START, SMALL, currency);
    var reference = new ReferenceDoor(currency);
    admit(reference, ReferenceKind.CAMPAIGNS, world.campaigns(START.plusSeconds(60)));
    admit(reference, ReferenceKind.PRODUCTS, world.products());
    admit(reference, ReferenceKind.OFFERS, world.offers());

    var door = new Door(currency);
    for (var past = world.past(); past.hasNext(); ) {
      door.admit(past.next().event(), START);
    }
    var end = START.plusSeconds(1_800);
    var live = world.emissions();
    for (var next = live.next(); next.due().isBefore(end); next = live.next()) {
      door.admit(next.event(), end);
    }
  }

  private static void admit(
      ReferenceDoor door, ReferenceKind kind, List<? extends SpecificRecord> records)
      throws InvalidRecordException {
    for (var each : records) {
      door.admit(kind, each);
    }
  }
}
