package io.campaignpulse.value;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.serving.Command;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.TaskInfo;

/**
 * When all customers of a subtask are looked at, and what comes of it: their worth anew when the
 * day or the model has changed, how worth is spread, and samples for fits that were ordered.
 */
public final class ValuePasses {
  /** More than this, from one pass to the next, and the borders of now are soon wrong. */
  private static final double GROWTH = 1.05;

  /** How many are put into another tier at a time, as events wait meanwhile. */
  private static final int SOME = 20;

  /** However many there are, all are done in so many times: within a minute, at fifty a second. */
  private static final int MOST_TIMES = 2_000;

  /** How many are counted at a time: a millisecond or two. */
  private static final int COUNTED = 20_000;

  /** How much longer than a look for fits the pause after it is, as events wait for a look. */
  private static final int REST = 30;

  private static final String TOO_SOON =
      "the buyers were looked through for another fit a moment ago; order this one again";

  private final ValueDesk desk;
  private final TaskInfo task;
  private final Standings standings;
  private final PassPlan plan = new PassPlan();
  private final List<FitOrder> orders = new ArrayList<>();
  private final Deque<String> misplaced = new ArrayDeque<>();
  private long lastKnown;
  private long worked;

  /** The count that is under way; null for none. */
  private Census census;

  private boolean growing;
  private int some;
  private long restsUntil = Long.MIN_VALUE;

  public ValuePasses(ValueDesk desk, Standings standings, TaskInfo task) {
    this.desk = desk;
    this.standings = standings;
    this.task = task;
  }

  /** All customers of a subtask. */
  public interface Customers {
    /** How many are known by an id. */
    long known() throws Exception;

    /** Shows each who was ever seen to buy, and keeps what says so. */
    void each(BiPredicate<String, Valued> changed) throws Exception;

    /** Shows each of these buyers, and keeps what says so. */
    void each(Iterable<String> whom, BiPredicate<String, Valued> changed) throws Exception;
  }

  /** Somebody's worth changed, or somebody is new. */
  public void changed() {
    plan.changed();
  }

  /** Everybody's worth may be another. */
  public void allAnew() {
    plan.allAnew();
  }

  /** Hears a command; returns whether it is an order for a sample, which is still to be taken. */
  public boolean heard(Command command) {
    if (command.name().equals(Command.REBUILD)) {
      plan.allAnew();
    }
    var order = FitOrder.of(command.name());
    order.ifPresent(orders::add);
    return order.isPresent();
  }

  public boolean due(long now) {
    return census == null && plan.due(now);
  }

  /** A look through all for the sake of passes took from one moment to another. */
  public void looked(long begun, long now) {
    plan.done(begun, now, growing);
  }

  /**
   * Begins a pass: looks at all customers, and values them anew if it is time. They are then to be
   * counted.
   *
   * @param seen told of each whose worth or tier may not stay, and whether they were valued anew;
   *     says whether they changed
   */
  public void begin(Customers customers, Seen seen) throws Exception {
    var allAnew = plan.begin();
    if (allAnew || !standings.complete()) {
      seeAll(customers, allAnew, seen);
    } else {
      look();
    }
    var known = customers.known();
    growing = known > lastKnown * GROWTH;
    lastKnown = known;
    census = new Census(standings);
    worked = 0;
  }

  /** What is being done of a pass took from one moment to another. */
  public void worked(long begun, long now) {
    worked += now - begun;
  }

  /** Counts some more of the buyers; returns what was found once all are counted. */
  public Optional<ValueSketch> countSome(long now) {
    if (!census.count(COUNTED)) {
      return Optional.empty();
    }
    var sketch = census.sketch(task, desk.today(), lastKnown);
    census = null;
    plan.done(now - worked, now, growing);
    return Optional.of(sketch);
  }

  private void seeAll(Customers customers, boolean allAnew, Seen seen) throws Exception {
    customers.each(
        (customer, valued) -> {
          var anew = allAnew && valued.told();
          if (anew) {
            desk.revalue(customer, valued);
          }
          var changed = seen.changed(customer, valued, anew);
          standings.note(customer, valued);
          return changed || anew;
        });
    standings.completed();
  }

  /**
   * Borders have moved: looks who is to be in another tier.
   *
   * @param changed puts one into their tier, and says whether that is another; asked at once for
   *     everybody where it is not known who stands where
   */
  public void moved(Customers customers, BiPredicate<String, Valued> changed) throws Exception {
    if (standings.complete()) {
      look();
    } else {
      customers.each(changed);
    }
  }

  private void look() {
    misplaced.clear();
    misplaced.addAll(standings.misplaced(desk::tier));
    some = Math.max(SOME, misplaced.size() / MOST_TIMES);
  }

  /**
   * Sees to some of those who are to be in another tier.
   *
   * @param changed puts one into their tier, and says whether that is another
   */
  public void rankSome(Customers customers, BiPredicate<String, Valued> changed) throws Exception {
    var now = new ArrayList<String>(some);
    while (now.size() < some && !misplaced.isEmpty()) {
      now.add(misplaced.poll());
    }
    customers.each(now, changed);
  }

  /** Whether some are still to be put into another tier. */
  public boolean someLeft() {
    return !misplaced.isEmpty();
  }

  /** Sees each customer in a pass. */
  public interface Seen {
    boolean changed(String customer, Valued valued, boolean anew);
  }

  /**
   * The samples of all fits that were ordered and not sampled for yet, by one look at the buyers;
   * or, where the last look is not long ago, what says so.
   *
   * @param clock processing time in epoch milliseconds
   */
  public List<FitSample> samples(Customers customers, LongSupplier clock) throws Exception {
    if (orders.isEmpty()) {
      return List.of();
    }
    var samples = orders.stream().map(this::sample).toList();
    orders.clear();
    long begun = clock.getAsLong();
    if (begun < restsUntil) {
      return samples.stream().map(sample -> sample.refused(TOO_SOON, task)).toList();
    }
    customers.each(
        (customer, valued) -> {
          samples.forEach(sample -> sample.see(valued.purchases));
          return false;
        });
    long now = clock.getAsLong();
    restsUntil = now + REST * (now - begun);
    return samples.stream().map(sample -> sample.build(task)).toList();
  }

  private SampleBuilder sample(FitOrder order) {
    long asOf = order.asOf() == null ? desk.today() : order.asOf().toEpochDay();
    return new SampleBuilder(order.id(), asOf, desk.valuation());
  }
}
