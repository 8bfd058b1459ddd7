package io.campaignpulse.simulators.callcentre.theory;

/**
 * The Erlang-A model (M/M/c+M): as Erlang C, but callers hang up after an exponential patience, so
 * any load has a steady state.
 *
 * @param waits chance that a caller finds all agents busy
 * @param abandonment chance that a caller hangs up
 * @param meanWait of all callers, answered or not
 */
public record ErlangA(double waits, double abandonment, double meanWait) {
  private static final double NEGLIGIBLE = 1e-18;

  /**
   * @param perSecond calls a second
   * @param handling mean handling time
   * @param patience mean patience
   */
  public static ErlangA of(double perSecond, double handling, double patience, int agents) {
    if (!(perSecond > 0) || !(handling > 0) || !(patience > 0) || agents < 1) {
      throw new IllegalArgumentException(
          "Erlang A needs positive calls, handling, patience and agents");
    }
    // Weights of the states relative to "all agents busy, nobody waits": no factorial overflows.
    double weight = 1;
    double total = 1;
    for (int busy = agents; busy > 0 && weight > NEGLIGIBLE; busy--) {
      weight *= busy / (perSecond * handling);
      total += weight;
    }
    double busyStates = 1;
    double queued = 0;
    weight = 1;
    for (int waiting = 1; weight > NEGLIGIBLE * busyStates; waiting++) {
      weight *= perSecond / (agents / handling + waiting / patience);
      busyStates += weight;
      queued += waiting * weight;
    }
    total += busyStates - 1;
    var queue = queued / total;
    return new ErlangA(busyStates / total, queue / patience / perSecond, queue / perSecond);
  }
}
