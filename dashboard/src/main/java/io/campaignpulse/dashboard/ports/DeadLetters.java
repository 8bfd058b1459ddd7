package io.campaignpulse.dashboard.ports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The records that were refused, as they lie in the log; repeats of an id are left out. */
public interface DeadLetters {
  /** A refused record: its original bytes, where it stood and why it was refused. */
  record DeadLetter(
      String id,
      String topic,
      int partition,
      long offset,
      String reason,
      Instant receivedAt,
      byte[] value) {}

  /** The newest first. */
  List<DeadLetter> newest(int limit);

  Optional<DeadLetter> find(String id);

  /** Hands over all of them, the oldest first. */
  void forEach(Consumer<DeadLetter> each);

  /** How many records the log holds, repeats included. */
  long count();
}
