package io.campaignpulse.simulators.replay;

/** What is wrong with one row; data can be bad by the thousand, so it carries no stack. */
final class RowException extends Exception {
  private static final long serialVersionUID = 1L;

  RowException(String message) {
    super(message, null, false, false);
  }
}
