package io.campaignpulse.customer;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who waits to be shown, in the order of their turns, and apart from them who has time. Held in
 * memory, some 150 bytes a customer, as a timer of their own in the state of each costs as much as
 * an event. Times are processing time in epoch milliseconds.
 */
final class Waiting {
  /** No turn is to come. */
  static final long NONE = Long.MAX_VALUE;

  /** Clocks that are corrected by less only let wait that much longer. */
  private static final long SET_BACK_MILLIS = 1_000;

  private final ShowPlan plan = new ShowPlan();
  private final Deque<Turn> turns = new ArrayDeque<>();
  private final Set<String> customers = new HashSet<>();
  private long latest;

  /** Those who have time, and no turn, in the order in which they came. */
  private final Set<String> patient = new LinkedHashSet<>();

  private record Turn(String customer, long at) {}

  /**
   * Whether a customer can be shown right now.
   *
   * @param at when that happened which is to be shown
   */
  boolean atOnce(long now, long at) {
    heed(now);
    return plan.atOnce(now, at);
  }

  boolean has(String customer) {
    return customers.contains(customer);
  }

  /** Gives a customer who does not wait yet the next turn. */
  void add(String customer, long now, long at) {
    heed(now);
    customers.add(customer);
    turns.addLast(new Turn(customer, plan.next(now, at)));
    removePatient(customer);
  }

  /** Takes in a customer who has time, unless they have a turn. */
  void addPatient(String customer) {
    if (!has(customer)) {
      patient.add(customer);
    }
  }

  /** A customer who was shown has nothing to wait for. */
  void removePatient(String customer) {
    if (!patient.isEmpty()) {
      patient.remove(customer);
    }
  }

  /** The next of those who have time, who waits no longer; null for nobody. */
  String takePatient() {
    var each = patient.iterator();
    if (!each.hasNext()) {
      return null;
    }
    var customer = each.next();
    each.remove();
    return customer;
  }

  /** Takes those in who waited before a restart, whose turn is now. */
  void restore(Collection<String> waited, long now) {
    for (var customer : waited) {
      customers.add(customer);
      turns.addLast(new Turn(customer, now));
    }
  }

  /**
   * All who wait now, to be kept over a restart, whoever comes and goes meanwhile. To ask costs no
   * look at any of them, for which tens of thousands keep events waiting at a checkpoint.
   */
  List<String> names() {
    var now = turns.toArray(Turn[]::new);
    var withTime = patient.toArray(String[]::new);
    return new AbstractList<>() {
      @Override
      public String get(int place) {
        return place < now.length ? now[place].customer() : withTime[place - now.length];
      }

      @Override
      public int size() {
        return now.length + withTime.length;
      }
    };
  }

  /** A clock that is set back keeps nobody waiting for as long as that. */
  private void heed(long now) {
    if (now < latest - SET_BACK_MILLIS) {
      var by = latest - now;
      plan.setBack(by);
      var later = List.copyOf(turns);
      turns.clear();
      later.forEach(turn -> turns.addLast(new Turn(turn.customer(), turn.at() - by)));
      latest = now;
    }
    latest = Math.max(latest, now);
  }

  /** When the next turn is; whoever has time may come at any. */
  long next() {
    return patient.isEmpty() ? nextTurn() : Long.MIN_VALUE;
  }

  /** Whether anybody waits for their turn. */
  boolean turnsLeft() {
    return !turns.isEmpty();
  }

  private long nextTurn() {
    return turns.isEmpty() ? NONE : turns.getFirst().at();
  }

  /** The next customer whose turn has come, who waits no longer; null for nobody. */
  String take(long now) {
    heed(now);
    if (nextTurn() > now) {
      return null;
    }
    var customer = turns.removeFirst().customer();
    customers.remove(customer);
    return customer;
  }
}
