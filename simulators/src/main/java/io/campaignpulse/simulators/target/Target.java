package io.campaignpulse.simulators.target;

import io.campaignpulse.events.ReferenceKind;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A running system, as those see it who feed it. */
public interface Target {

  /** Sends events in this order; returns once the system has them. */
  Answer events(List<? extends SpecificRecord> events);

  /** Creates or replaces reference records in bulk. */
  Answer reference(ReferenceKind kind, List<? extends SpecificRecord> messages);

  /** Creates or replaces one reference record. */
  void put(ReferenceKind kind, SpecificRecord message);

  /** Whether it knows a reference record of this id. */
  boolean has(ReferenceKind kind, String id);
}
