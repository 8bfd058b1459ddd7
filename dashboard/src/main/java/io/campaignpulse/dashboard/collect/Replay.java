package io.campaignpulse.dashboard.collect;

import io.campaignpulse.dashboard.collect.Outcome.Rejection;
import io.campaignpulse.dashboard.ports.DeadLetters;
import io.campaignpulse.dashboard.ports.DeadLetters.DeadLetter;
import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.EventLog.Entry;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.Door;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceDoor;
import io.campaignpulse.events.ReferenceKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Puts dead letters through the door again. A letter stays in the log, so it may be put through
 * twice: a repeated event counts once, and reference data are taken only where nothing else is on
 * file under their id, as that may be newer than the letter.
 */
public final class Replay {
  private static final int CHUNK = 5_000;
  private static final int MOST_REJECTIONS = 1_000;

  private final DeadLetters letters;
  private final EventLog log;
  private final ReferenceStore references;
  private final Door door;
  private final ReferenceDoor referenceDoor;
  private final Clock clock;

  public Replay(
      DeadLetters letters,
      EventLog log,
      ReferenceStore references,
      Currency currency,
      Clock clock) {
    this.letters = letters;
    this.log = log;
    this.references = references;
    this.door = new Door(currency);
    this.referenceDoor = new ReferenceDoor(currency);
    this.clock = clock;
  }

  /** Replays one; empty if there is no letter of this id. */
  public Optional<Outcome> one(String id) throws InvalidRecordException {
    var letter = letters.find(id);
    if (letter.isEmpty()) {
      return Optional.empty();
    }
    log.append(List.of(entry(letter.get())));
    return Optional.of(new Outcome(1, List.of()));
  }

  /** Replays all; of those refused again, the first thousand are named. */
  public Outcome all() {
    var pending = new ArrayList<Entry>();
    var rejected = new ArrayList<Rejection>();
    var counts = new int[2];
    letters.forEach(
        letter -> {
          try {
            pending.add(entry(letter));
            counts[0]++;
          } catch (InvalidRecordException e) {
            refuse(rejected, counts[0] + counts[1]++, letter, e);
          }
          if (pending.size() >= CHUNK) {
            log.append(pending);
            pending.clear();
          }
        });
    log.append(pending);
    return new Outcome(counts[0], rejected);
  }

  private static void refuse(
      List<Rejection> rejected, int index, DeadLetter letter, InvalidRecordException e) {
    if (rejected.size() < MOST_REJECTIONS) {
      rejected.add(
          new Rejection(index, null, null, letter.id() + ": " + e.getMessage(), e.errors()));
    }
  }

  private Entry entry(DeadLetter letter) throws InvalidRecordException {
    var type = EventType.onTopic(letter.topic());
    if (type.isPresent()) {
      var event = type.get().codec().decode(letter.value());
      return Collector.entry(type.get(), door.admit(event, clock.instant()));
    }
    var kind =
        ReferenceKind.onTopic(letter.topic())
            .orElseThrow(
                () -> new InvalidRecordException("topic", letter.topic() + " takes no records"));
    return reference(kind, referenceDoor.admit(kind, kind.codec().decode(letter.value())));
  }

  private Entry reference(ReferenceKind kind, SpecificRecord defined)
      throws InvalidRecordException {
    var id = kind.id(defined);
    var onFile = references.find(kind, id);
    if (onFile.isPresent() && !onFile.get().equals(defined)) {
      throw new InvalidRecordException(
          kind.idField(),
          "\"" + id + "\" is on file, maybe as it was defined later: put it there by its address");
    }
    return ReferenceIntake.entry(kind, defined);
  }
}
