package io.campaignpulse.standalone.bench;

import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;

/** Nothing was served before, so there is nothing to catch up with. */
record FromTheBeginning() implements CatchUp {
  private static final long serialVersionUID = 1L;

  @Override
  public Progress start() {
    return new Progress() {
      @Override
      public boolean caughtUp() {
        return true;
      }

      @Override
      public void heard(Command command) {}

      @Override
      public void barrierPassed() {}
    };
  }
}
