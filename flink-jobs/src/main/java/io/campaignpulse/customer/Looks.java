package io.campaignpulse.customer;

import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.ValueDesk;
import io.campaignpulse.value.Walk;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.BroadcastState;

/**
 * Looks at all buyers of a subtask for what could be sold, one look after the other, and each at a
 * few at a time: events wait meanwhile.
 */
final class Looks {
  /** At how many it looks at a time: half a millisecond's work. */
  private static final int SOME = 10;

  /** However many there are, a look is done in so many times: five minutes, at fifty a second. */
  private static final int MOST_TIMES = 15_000;

  private final Books books;
  private final Offering offering;
  private final Reach<Change> reach;
  private final TaskInfo task;
  private final Behind behind = new Behind();
  private boolean missed;

  /** The look that is under way; null for none. */
  private Looking looking;

  /** Who is still to be looked at in it. */
  private Walk left;

  /** The day up to which a look has thought of all moments, until that is kept; null for none. */
  private Long thought;

  Looks(Books books, Offering offering, Reach<Change> reach, TaskInfo task) {
    this.books = books;
    this.offering = offering;
    this.reach = reach;
    this.task = task;
  }

  /**
   * Keeps up to which day all moments were thought of: after a kill, the next look goes on there.
   */
  void keep(BroadcastState<String, Long> days) throws Exception {
    if (thought != null) {
      days.put(Yardsticks.MOMENTS, thought);
      thought = null;
    }
  }

  /** The next look tells of every buyer what they are behind. */
  void again() {
    behind.again();
  }

  /** Whether one that was to tell of every buyer could not begin, and can now. */
  boolean due() {
    return missed && looking == null;
  }

  /** Begins a look unless one is under way, or there is nothing to look for. */
  void begin(BroadcastState<String, Long> days) throws Exception {
    long today = books.yardsticks().values().today();
    missed = looking != null && behind.toTellAgain();
    if (looking != null
        || !books.yardsticks().offers().board().sized()
        || !ValueDesk.dayKnown(today)) {
      return;
    }
    var before = days.get(Yardsticks.MOMENTS);
    looking = new Looking(books, offering, before == null ? today - 1 : before);
    behind.begin();
    left = new Walk(books.standings().buyers(), SOME, MOST_TIMES);
    goOn();
  }

  private void goOn() throws Exception {
    for (var customer : left.next()) {
      look(customer);
    }
    if (left.ended()) {
      behind.end(this::show);
      reach.give(Outputs.OFFERS, looking.news(task));
      thought = looking.today();
      looking = null;
    } else {
      reach.later(reach.now() + ShowPlan.ROUND_MILLIS, this::goOn);
    }
  }

  private void look(String customer) throws Exception {
    reach.turnTo(customer);
    var valued = books.valued();
    if (valued != null) {
      var names = looking.at(valued, new OfferOutputs(reach, customer, Looks::wakeNobody));
      behind.look(customer, names, this::show);
    }
  }

  private void show(ViewWrite view) {
    reach.give(Outputs.VIEWS, view);
  }

  private static void wakeNobody(long at) {
    throw new IllegalStateException("what comes with the day waits for nothing");
  }
}
