package io.campaignpulse.standalone.embedded;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;

/**
 * What happens where the broker would end its process, as it can't go on. While it starts, its
 * start fails; after that somebody is told, as none of its clients would be.
 */
final class BrokerExit implements Exit.Procedure {
  private static final Consumer<String> NOBODY = reason -> {};

  private final Consumer<String> gaveUp;
  private final AtomicReference<Consumer<String>> listener = new AtomicReference<>(NOBODY);

  BrokerExit(Consumer<String> gaveUp) {
    this.gaveUp = gaveUp;
  }

  /** From now on somebody is told, once. */
  void watch() {
    listener.set(gaveUp);
  }

  /** From now on nobody is: the broker is asked to end. */
  void rest() {
    listener.set(NOBODY);
  }

  @Override
  public void execute(int code, String message) {
    var reason = "the Kafka broker gave up" + (message == null ? "" : ": " + message);
    listener.getAndSet(NOBODY).accept(reason);
    throw new IllegalStateException(reason);
  }
}
