package io.campaignpulse.simulators.target;

/** The running system can't be reached, or refuses a whole request; the message says which. */
public final class TargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TargetException(String message) {
    super(message);
  }

  public TargetException(String message, Throwable cause) {
    super(message, cause);
  }
}
