package io.campaignpulse.standalone;

/** Failures in one line for people. */
public final class Reasons {
  private Reasons() {}

  /** What a refusal says, or else what the innermost cause says. */
  public static String of(Throwable failure) {
    var cause = failure;
    while (!(cause instanceof Refusal) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    var message =
        cause.getMessage() == null ? "" : cause.getMessage().lines().findFirst().orElse("");
    if (cause instanceof Refusal) {
      return message;
    }
    return message.isBlank()
        ? cause.getClass().getSimpleName()
        : cause.getClass().getSimpleName() + ": " + message;
  }
}
