package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceDoor;
import io.campaignpulse.events.ReferenceKind;
import java.util.Currency;
import org.apache.avro.specific.SpecificRecord;

/** Reads records that somebody thinks of putting in use, checked as if they were saved. */
public final class Proposals {
  private final ReferenceDoor door;

  public Proposals(Currency currency) {
    this.door = new ReferenceDoor(currency);
  }

  /** The record that a body proposes in the place of the current one. */
  public SpecificRecord read(ReferenceKind kind, byte[] body)
      throws MalformedBodyException, InvalidRecordException {
    if (!(BodyReader.readOne(body) instanceof ObjectNode given)) {
      throw new InvalidRecordException("", "not a JSON object");
    }
    return door.admit(kind, given.put(kind.idField(), ReferenceKind.CURRENT));
  }
}
