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
  interface Progress {
    boolean caughtUp();

    /** Called with each command: those that tell of a source's position count. */
    void heard(Command command);

    /** Called at each checkpoint's barrier; all records before it have passed the operator. */
    void barrierPassed();
  }
}
