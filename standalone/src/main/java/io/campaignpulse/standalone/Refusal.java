package io.campaignpulse.standalone;

/** A reason not to go on that a person can act on: shown as one line, never as a stack trace. */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String line) {
    super(line);
  }

  public Refusal(String line, Throwable cause) {
    super(line, cause);
  }
}
