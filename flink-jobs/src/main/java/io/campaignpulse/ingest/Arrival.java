package io.campaignpulse.ingest;

import io.campaignpulse.ingest.core.Touch;

/**
 * A record as it came from an event topic: read, or refused with a reason.
 *
 * @param touch the event; null if refused
 * @param refused the original bytes; null if read
 * @param reason why it was refused; null if read
 */
public record Arrival(Touch.Origin origin, Touch touch, byte[] refused, String reason)
    implements Placed {

  static Arrival read(Touch touch) {
    return new Arrival(touch.origin(), touch, null, null);
  }

  static Arrival refused(Touch.Origin origin, byte[] bytes, String reason) {
    return new Arrival(origin, null, bytes == null ? new byte[0] : bytes, reason);
  }

  DeadLetter deadLetter() {
    return new DeadLetter(origin, refused, reason);
  }
}
