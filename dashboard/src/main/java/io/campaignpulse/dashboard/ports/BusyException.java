package io.campaignpulse.dashboard.ports;

/** Nothing is broken, but this can't be done now: it has to be sent again later. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BusyException(String message) {
    super(message);
  }
}
