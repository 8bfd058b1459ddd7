package io.campaignpulse.simulators.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What happened before a world's start, in order of time; an order is told when its turn comes. */
public final class Past implements Iterator<Emission> {
  private final Instant from;
  private final Instant start;
  private final PastStories stories;
  private final Queue<PurchaseDay> untold;
  private final PriorityQueue<Emission> waiting = new PriorityQueue<>(Emission.IN_ORDER);

  Past(
      Instant from,
      Instant start,
      int customers,
      PurchaseHistories histories,
      PastStories stories) {
    this.from = from;
    this.start = start;
    this.stories = stories;
    this.untold =
        IntStream.range(0, customers)
            .mapToObj(histories::of)
            .flatMap(List::stream)
            .sorted(PurchaseDay.IN_ORDER)
            .collect(Collectors.toCollection(ArrayDeque::new));
  }

  @Override
  public boolean hasNext() {
    while (!untold.isEmpty() && (waiting.isEmpty() || !isNext(waiting.peek()))) {
      stories.tell(untold.remove(), this::take);
    }
    return !waiting.isEmpty();
  }

  private boolean isNext(Emission emission) {
    return emission.due().isBefore(untold.peek().at());
  }

  @Override
  public Emission next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return waiting.remove();
  }

  /** What is left of it before this time. */
  List<Emission> until(Instant end) {
    var left = new ArrayList<Emission>();
    while (hasNext() && waiting.peek().due().isBefore(end)) {
      left.add(waiting.remove());
    }
    return left;
  }

  /** A return may come after the start: then it never happens. */
  private void take(Emission emission) {
    if (!emission.due().isBefore(from) && emission.due().isBefore(start)) {
      waiting.add(emission);
    }
  }
}
