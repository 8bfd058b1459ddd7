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

  private static final Figure[] FIGURES = Figure.values();

  private byte[] figures = new byte[8];
  private long[] minutes = new long[8];
  private long[] amounts = new long[8];
  private int size;

  void add(Figure figure, long minute, long amount) {
    if (size == figures.length) {
      figures = Arrays.copyOf(figures, size * 2);
      minutes = Arrays.copyOf(minutes, size * 2);
      amounts = Arrays.copyOf(amounts, size * 2);
    }
    figures[size] = (byte) figure.ordinal();
    minutes[size] = minute;
    amounts[size++] = amount;
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
    return figures[mine] == other.figures[theirs]
        && minutes[mine] == other.minutes[theirs]
        && amounts[mine] == other.amounts[theirs];
  }

  /**
   * Adds the lines from one place up to another, times the sign, to a tally and to those of their
   * minutes; either may be null.
   */
  void sum(int from, int to, int sign, Tally tally, LongFunction<Tally> byMinute) {
    for (int i = from; i < to; i++) {
      var figure = FIGURES[figures[i]];
      if (tally != null) {
        tally.add(figure, sign * amounts[i]);
      }
      if (byMinute != null && minutes[i] != SETTLED) {
        byMinute.apply(minutes[i]).add(figure, sign * amounts[i]);
      }
    }
  }
}
