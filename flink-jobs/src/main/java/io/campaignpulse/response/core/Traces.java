package io.campaignpulse.response.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What a change adds to and takes from what a campaign's figures count of one customer.
 *
 * @param customer null until it is said
 */
public record Traces(String customer, List<Trace> came, List<Trace> gone) {
  public static final Traces NONE = new Traces(null, List.of(), List.of());

  /** What comes from another place in the breakdowns, and one more; null for none. */
  static Traces moved(List<Trace> moving, Trace more) {
    if (moving.isEmpty()) {
      return more == null ? NONE : new Traces(null, List.of(more), List.of());
    }
    var came = new ArrayList<>(moving);
    if (more != null) {
      came.add(more);
    }
    return new Traces(null, came, List.of());
  }

  /** What leads from some traces to others. */
  static Traces between(List<Trace> was, List<Trace> is) {
    return was == is || was.equals(is)
        ? NONE
        : new Traces(null, without(is, was), without(was, is));
  }

  private static List<Trace> without(List<Trace> all, List<Trace> others) {
    var left = new ArrayList<>(all);
    left.removeAll(new HashSet<>(others));
    return left;
  }

  public boolean none() {
    return came.isEmpty() && gone.isEmpty();
  }

  Traces by(String whom) {
    return new Traces(whom, came, gone);
  }
}
