package io.campaignpulse.simulators.replay;

/** A mapping or a data file that can't be used as it is; the message says where and why. */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MappingException(String message) {
    super(message);
  }

  public MappingException(String message, Throwable cause) {
    super(message, cause);
  }
}
