package io.campaignpulse.simulators.callcentre.theory;

/**
 * Erlang's delay formula (M/M/c): Poisson arrivals, exponential handling, nobody hangs up.
 *
 * @param perSecond calls a second
 * @param handling mean handling time
 * @param agents of whom there must be more than the load, else the queue grows without end
 */
public record ErlangC(double perSecond, double handling, int agents) {
  public ErlangC {
    if (!(perSecond > 0) || !(handling > 0) || !(agents > perSecond * handling)) {
      throw new IllegalArgumentException(
          "a load of %s erlangs needs more than %d agents where nobody hangs up"
              .formatted(perSecond * handling, agents));
    }
  }

  /** Work offered, in erlangs. */
  public double load() {
    return perSecond * handling;
  }

  public double occupancy() {
    return load() / agents;
  }

  /** Chance that a caller has to wait. */
  public double waits() {
    var blocking = 1.0;
    for (int k = 1; k <= agents; k++) {
      blocking = load() * blocking / (k + load() * blocking);
    }
    return agents * blocking / (agents - load() * (1 - blocking));
  }

  /** Share answered within so many seconds. */
  public double serviceLevel(double threshold) {
    return 1 - waits() * Math.exp(-(agents - load()) * threshold / handling);
  }

  /** Average speed of answer. */
  public double asa() {
    return waits() * handling / (agents - load());
  }

  /** How many to put on the roster, if this share of them is away at any time. */
  public int rostered(double shrinkage) {
    if (!(shrinkage >= 0 && shrinkage < 1)) {
      throw new IllegalArgumentException("shrinkage must be from 0 to below 1: " + shrinkage);
    }
    return (int) Math.ceil(agents / (1 - shrinkage));
  }
}
