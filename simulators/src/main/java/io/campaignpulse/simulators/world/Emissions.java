package io.campaignpulse.simulators.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.PriorityQueue;

/**
 * A world's events in the order in which they are sent. Stories are told second by second as they
 * begin; an event leaves once no story that is still to be told can come before it.
 */
final class Emissions implements Iterator<Emission> {
  private final Instant start;
  private final Instant from;
  private final ContactStories contacts;
  private final OrganicStories organic;
  private final Schedule schedule;
  private final int themes;
  private final PriorityQueue<Emission> waiting = new PriorityQueue<>(Emission.IN_ORDER);
  private long nextSecond;

  Emissions(
      Instant start,
      Instant from,
      WorldSettings settings,
      ContactStories contacts,
      OrganicStories organic,
      Schedule schedule,
      int themes) {
    this.start = start;
    this.from = from;
    this.contacts = contacts;
    this.organic = organic;
    this.schedule = schedule;
    this.themes = themes;
    var earliest = from.minus(settings.horizon());
    this.nextSecond = Math.max(0, Duration.between(start, earliest).toSeconds());
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Emission next() {
    while (waiting.isEmpty() || !waiting.peek().due().isBefore(told())) {
      tellOneSecond();
    }
    return waiting.remove();
  }

  private Instant told() {
    return start.plusSeconds(nextSecond);
  }

  private void tellOneSecond() {
    var begins = told();
    var ends = begins.plusSeconds(1);
    var lastTurn = schedule.turnAt(ends);
    for (int theme = 0; theme < themes; theme++) {
      for (var turn = Math.max(0, schedule.turnAt(begins) - 1); turn <= lastTurn; turn++) {
        contacts.tell(theme, turn, begins, ends, this::take);
      }
    }
    organic.tell(nextSecond, begins, this::take);
    nextSecond++;
  }

  private void take(Emission emission) {
    if (!emission.due().isBefore(from)) {
      waiting.add(emission);
    }
  }
}
