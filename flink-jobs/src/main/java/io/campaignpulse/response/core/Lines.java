package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.util.Arrays;

/**
 * Signed amounts by figure and epoch minute, in the order in which they were worked out. Two
 * workings of nearly the same events are nearly the same lines, so what differs is found quickly.
 */
public final class Lines {
  /** In place of a minute: the amount counts in totals, and its minutes know of it already. */
  public static final long SETTLED = Long.MIN_VALUE;

  static final Lines NONE = new Lines();

  private static final long[] NO_LINES = {};
  private static final Figure[] FIGURES = Figure.values();
  private static final long MINUTE_MILLIS = 60_000;

  /** For each line its minute, its figure's place and its amount. */
  private long[] lines = NO_LINES;

  private int size;

  public void add(Figure figure, long minute, long amount) {
    if (size * 3 == lines.length) {
      lines = Arrays.copyOf(lines, Math.max(6, size / 2 * 3 + lines.length));
    }
    int at = size++ * 3;
    lines[at] = minute;
    lines[at + 1] = figure.ordinal();
    lines[at + 2] = amount;
  }

  /** Adds what happened at a time, in epoch milliseconds; nothing for no amount. */
  void post(Figure figure, long at, long amount) {
    if (amount != 0) {
      add(figure, Math.floorDiv(at, MINUTE_MILLIS), amount);
    }
  }

  /** Adds amounts of which each minute knows already; null for none. */
  void addSettled(Tally tally, int sign) {
    for (var figure : FIGURES) {
      if (tally != null && tally.get(figure) != 0) {
        add(figure, SETTLED, sign * tally.get(figure));
      }
    }
  }

  /** Adds what leads from some lines to others. */
  void addDifference(Lines old, Lines revised) {
    int begin = old.sameBegin(revised);
    int end = old.sameEnd(revised, begin);
    addAll(old, begin, old.size - end, -1);
    addAll(revised, begin, revised.size - end, 1);
  }

  private void addAll(Lines other, int from, int to, int sign) {
    for (int line = from; line < to; line++) {
      add(other.figure(line), other.minute(line), sign * other.amount(line));
    }
  }

  public int size() {
    return size;
  }

  public Figure figure(int line) {
    return FIGURES[(int) lines[line * 3 + 1]];
  }

  /** Epoch minute of event time, or {@link #SETTLED}. */
  public long minute(int line) {
    return lines[line * 3];
  }

  public long amount(int line) {
    return lines[line * 3 + 2];
  }

  /** How many lines at the beginning are the same in both. */
  private int sameBegin(Lines other) {
    int most = Math.min(size, other.size);
    int same = 0;
    while (same < most && sameLine(same, other, same)) {
      same++;
    }
    return same;
  }

  /** How many lines at the end are the same in both, of those beyond the beginning. */
  private int sameEnd(Lines other, int begin) {
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

  /** The sum of all lines by figure. */
  Tally tally() {
    var tally = new Tally();
    for (int line = 0; line < size; line++) {
      tally.add(figure(line), amount(line));
    }
    return tally;
  }
}
