package io.campaignpulse.simulators.callcentre;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The queue: one line per tier, since within a tier every discipline answers whoever came first. A
 * caller who hung up is noticed when they come to the head of their line.
 */
final class WaitingCalls {
  private final List<ArrayDeque<Call>> lines = new ArrayList<>();
  private final List<Call> heads = new ArrayList<>();
  private final Consumer<Call> abandoned;

  WaitingCalls(Consumer<Call> abandoned) {
    this.abandoned = abandoned;
  }

  void add(Call call) {
    while (lines.size() <= call.tier()) {
      lines.add(new ArrayDeque<>());
    }
    lines.get(call.tier()).add(call);
  }

  /** Takes the call to answer at this moment out of the queue. */
  Optional<Call> next(QueueDiscipline discipline, double now) {
    heads.clear();
    for (var line : lines) {
      while (!line.isEmpty() && line.peek().leaves() <= now) {
        abandoned.accept(line.poll());
      }
      if (!line.isEmpty()) {
        heads.add(line.peek());
      }
    }
    var next = discipline.next(heads, Call::tier, call -> now - call.arrived());
    next.ifPresent(call -> lines.get(call.tier()).poll());
    return next;
  }

  /** Ends the wait of everybody, as when no agent will ever come. */
  void abandonAll() {
    lines.stream().flatMap(Collection::stream).forEach(abandoned);
    lines.clear();
  }
}
