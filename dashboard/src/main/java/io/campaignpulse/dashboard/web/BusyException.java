package io.campaignpulse.dashboard.web;

/** So much is being read already that this has to be sent again later. */
final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusyException(String message) {
    super(message);
  }
}
