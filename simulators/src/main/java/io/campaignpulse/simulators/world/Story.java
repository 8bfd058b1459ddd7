package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CustomerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * What happens around one contact or one visitor. Its events are numbered, so that they keep their
 * ids however often the story is told.
 */
final class Story {
  /**
   * A phone system tells of its calls soon. Were it told a minute later that one was answered, the
   * caller would seem to wait for all that time.
   */
  private static final Duration PHONE_SYSTEM = Duration.ofSeconds(2);

  private final String id;
  private final Instant begins;
  private final Chance chance;
  private final WorldSettings settings;
  private final Consumer<Emission> out;
  private int events;

  Story(String id, Instant begins, Chance chance, WorldSettings settings, Consumer<Emission> out) {
    this.id = id;
    this.begins = begins;
    this.chance = chance;
    this.settings = settings;
    this.out = out;
  }

  String id() {
    return id;
  }

  Instant begins() {
    return begins;
  }

  Chance chance() {
    return chance;
  }

  /** Fills in the fields that all events have, and sends the event on its way. */
  void tell(SpecificRecord event, Instant at, CustomerRef who) {
    var eventId = id + "-" + events++;
    put(event, "eventId", eventId);
    put(event, "occurredAt", at);
    put(event, "customer", who);
    var late = chance.holds(settings.disorder());
    var delay = late ? (long) (chance.even() * latest(event).toMillis()) : 0;
    var due = at.plusMillis(delay);
    out.accept(new Emission(due, event, eventId, 0));
    if (chance.holds(settings.repeats())) {
      var again = due.plus(Duration.ofMillis(chance.between(100, 30_000)));
      out.accept(new Emission(again, event, eventId, 1));
    }
  }

  /** How late it is at most. */
  private Duration latest(SpecificRecord event) {
    var most = settings.disorderUpTo();
    return event instanceof Call && most.compareTo(PHONE_SYSTEM) > 0 ? PHONE_SYSTEM : most;
  }

  private static void put(SpecificRecord event, String field, Object value) {
    event.put(event.getSchema().getField(field).pos(), value);
  }
}
