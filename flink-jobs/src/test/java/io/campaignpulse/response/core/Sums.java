package io.campaignpulse.response.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Tally;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what the bookkeeping says. */
final class Sums {
  final Map<String, Tally> groups = new TreeMap<>();
  final Map<String, Tally> minutes = new TreeMap<>();
  final Map<String, String> listed = new TreeMap<>();

  void add(List<Change> changes) {
    changes.forEach(this::list);
    var sum = new ChangeSum();
    changes.forEach(sum::add);
    for (var change : sum.take(Integer.MAX_VALUE)) {
      var id = change.campaignId();
      change
          .groups()
          .forEach(
              g -> add(groups, id + g.channel() + g.variant() + g.segment() + g.tier(), g.tally()));
      change.minutes().forEach(m -> add(minutes, id + m.minute(), m.tally()));
    }
  }

  /** What is listed at one place in the breakdowns is listed nowhere else, and once. */
  private void list(Change change) {
    var cell = change.group().channel() + change.group().segment();
    for (var trace : change.traces().gone()) {
      assertThat(listed.remove(change.campaignId() + trace)).isEqualTo(cell);
    }
    for (var trace : change.traces().came()) {
      assertThat(listed.put(change.campaignId() + trace, cell)).isNull();
    }
  }

  private static void add(Map<String, Tally> sums, String key, Tally tally) {
    if (sums.merge(key, tally.copy(), (a, b) -> a.add(b)).zero()) {
      sums.remove(key);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sums sums
        && groups.equals(sums.groups)
        && minutes.equals(sums.minutes)
        && listed.equals(sums.listed);
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  @Override
  public String toString() {
    return groups + " " + minutes + " " + listed;
  }
}
