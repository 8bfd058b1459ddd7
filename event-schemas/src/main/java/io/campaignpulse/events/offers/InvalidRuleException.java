package io.campaignpulse.events.offers;

/** A rule that says nothing that could be worked out, and where it goes wrong. */
public final class InvalidRuleException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Line and column count from 1. */
  public InvalidRuleException(int line, int column, String message) {
    super("line " + line + ", column " + column + ": " + message);
  }
}
