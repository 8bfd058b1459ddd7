package io.campaignpulse.ingest;

import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceKind;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record of reference data that the jobs go by as it is, such as the weights of priority or an
 * offer.
 *
 * @param topic of the kind
 * @param bytes as its codec wrote them
 */
public record Setting(String topic, byte[] bytes) {
  static Setting of(ReferenceKind kind, SpecificRecord message) {
    return new Setting(kind.topic(), kind.codec().encode(message));
  }

  public boolean of(ReferenceKind kind) {
    return topic.equals(kind.topic());
  }

  /** The record. */
  public SpecificRecord read() {
    try {
      return ReferenceKind.onTopic(topic).orElseThrow().codec().decode(bytes);
    } catch (InvalidRecordException e) {
      throw new IllegalStateException("what this very job wrote: " + topic, e);
    }
  }
}
