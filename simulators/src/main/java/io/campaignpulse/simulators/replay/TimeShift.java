package io.campaignpulse.simulators.replay;

import java.time.Duration;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Moves every instant in a record by the same time. */
final class TimeShift {
  private TimeShift() {}

  static <T extends SpecificRecord> T moved(T message, Duration shift) {
    if (!shift.isZero()) {
      for (var field : message.getSchema().getFields()) {
        if (message.get(field.pos()) instanceof Instant at) {
          message.put(field.pos(), at.plus(shift));
        }
      }
    }
    return message;
  }
}
