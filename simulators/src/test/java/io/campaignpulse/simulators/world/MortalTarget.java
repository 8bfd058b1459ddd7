package io.campaignpulse.simulators.world;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.simulators.target.Answer;
import io.campaignpulse.simulators.target.Target;
import io.campaignpulse.simulators.target.TargetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Keeps what it takes; when its time is up it takes every other event of a request, and fails. */
final class MortalTarget implements Target {
  private final List<SpecificRecord> taken = new ArrayList<>();
  private int requestsLeft = Integer.MAX_VALUE;

  MortalTarget failsAfter(int requests) {
    requestsLeft = requests;
    return this;
  }

  @Override
  public synchronized Answer events(List<? extends SpecificRecord> events) {
    if (requestsLeft-- == 0) {
      for (int i = 1; i < events.size(); i += 2) {
        taken.add(events.get(i));
      }
      throw new TargetException("killed");
    }
    taken.addAll(events);
    return new Answer(events.size(), List.of());
  }

  @Override
  public Answer reference(ReferenceKind kind, List<? extends SpecificRecord> messages) {
    return new Answer(messages.size(), List.of());
  }

  @Override
  public void put(ReferenceKind kind, SpecificRecord message) {
    throw new AssertionError("the company sends in bulk");
  }

  @Override
  public boolean has(ReferenceKind kind, String id) {
    return false;
  }

  /** In the order in which it came. */
  synchronized List<SpecificRecord> taken() {
    return List.copyOf(taken);
  }

  static String id(SpecificRecord event) {
    return (String) event.get(event.getSchema().getField("eventId").pos());
  }

  static Instant time(SpecificRecord event) {
    return (Instant) event.get(event.getSchema().getField("occurredAt").pos());
  }
}
