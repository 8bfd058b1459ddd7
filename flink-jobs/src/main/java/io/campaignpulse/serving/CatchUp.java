package io.campaignpulse.serving;

import java.io.Serializable;

/**
 * Tells when a restarted job has read again what it had read before. Until then its figures lag
 * behind those in the serving store, and serving them would make a screen step backwards.
 */
public interface CatchUp extends Serializable {

  /** Called when an operator opens, on each start and recovery. */
  Progress start();

  /** One operator's view of the catching up. */
  interface Progress extends AutoCloseable {
    boolean caughtUp();

    /** Called after each completed checkpoint; what came before it has passed the operator. */
    void checkpointCompleted();

    @Override
    void close();
  }

  /** For inputs that begin with the job: there is nothing to catch up with. */
  static CatchUp none() {
    return () ->
        new Progress() {
          @Override
          public boolean caughtUp() {
            return true;
          }

          @Override
          public void checkpointCompleted() {}

          @Override
          public void close() {}
        };
  }
}
