package io.campaignpulse.value.core;

/** What numbers must be, said in one way. */
final class Checks {
  private Checks() {}

  static void positive(String name, double value) {
    that(value > 0 && Double.isFinite(value), name, value, "is not positive and finite");
  }

  static void notNegative(String name, double value) {
    that(value >= 0 && Double.isFinite(value), name, value, "is negative or not finite");
  }

  static void that(boolean holds, String name, Number value, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " " + otherwise);
    }
  }
}
