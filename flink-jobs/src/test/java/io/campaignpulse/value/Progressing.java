package io.campaignpulse.value;

import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;

/** Catching up that ends when a test says so. */
final class Progressing implements CatchUp, CatchUp.Progress {
  private static final long serialVersionUID = 1L;

  static boolean caughtUp;

  @Override
  public CatchUp.Progress start() {
    return this;
  }

  @Override
  public boolean caughtUp() {
    return caughtUp;
  }

  @Override
  public void heard(Command command) {}

  @Override
  public void barrierPassed() {}
}
