package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Signed amounts by figure and epoch minute, in the order in which they were worked out. Two
 * workings of nearly the same events are nearly the same lines, so what differs is found quickly.
 */
final class Lines {
  /** The minute of what was settled earlier: it counts in totals, its minutes are told already. */
  static final long SETTLED = Long.MIN_VALUE;

  private static final long[] NONE = {};
  private static final Figure[] FIGURES = Figure.values();

  /** For each line its minute, its figure's place and its amount. */
  private long[] lines = NONE;

  private int size;

  void add(Figure figure, long minute, long amount) {
    if (size * 3 == lines.length) {
      lines = Arrays.copyOf(lines, Math.max(6, size / 2 * 3 + lines.length));
    }
    int at = size++ * 3;
    lines[at] = minute;
    lines[at + 1] = figure.ordinal();
    lines[at + 2] = amount;
  }

  void addSettled(Tally tally) {
    for (var figure : FIGURES) {
      if (tally.get(figure) != 0) {
        add(figure, SETTLED, tally.get(figure));
      }
    }
  }

  int size() {
    return size;
  }

  /** How many lines at the beginning are the same in both. */
  int sameBegin(Lines other) {
    int most = Math.min(size, other.size);
    int same = 0;
    while (same < most && sameLine(same, other, same)) {
      same++;
    }
    return same;
  }

  /** How many lines at the end are the same in both, of those beyond the beginning. */
  int sameEnd(Lines other, int begin) {
    int most = Math.min(size, other.size) - begin;
    int same = 0;
    while (same < most && sameLine(size - 1 - same, other, other.size - 1 - same)) {
      same++;
    }
    return same;
  }

  private boolean sameLine(int mine, Lines other, int theirs) {
    return Arrays.equals(lines, mine * 3, mine * 3 + 3, other.lines, theirs * 3, theirs * 3 + 3);
  }

  /**
   * Adds the lines from one place up to another, times the sign, to a tally and to those of their
   * minutes; either may be null.
   */
  void sum(int from, int to, int sign, Tally tally, LongFunction<Tally> byMinute) {
    for (int at = from * 3; at < to * 3; at += 3) {
      var figure = FIGURES[(int) lines[at + 1]];
      var amount = sign * lines[at + 2];
      if (tally != null) {
        tally.add(figure, amount);
      }
      if (byMinute != null && lines[at] != SETTLED) {
        byMinute.apply(lines[at]).add(figure, amount);
      }
    }
  }
}
