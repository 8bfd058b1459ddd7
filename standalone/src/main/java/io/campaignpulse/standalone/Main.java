package io.campaignpulse.standalone;

import io.campaignpulse.standalone.cli.Pulse;

/** The program behind {@code ./pulse}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new Pulse(new WiredParts(), System.out, System.err).run(args));
  }
}
