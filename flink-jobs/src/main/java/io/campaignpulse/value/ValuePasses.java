package io.campaignpulse.value;

import io.campaignpulse.serving.Command;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.flink.api.common.TaskInfo;

/**
 * When all customers of a subtask are looked at, and what comes of it: their worth anew when the
 * day or the model has changed, who is in another tier, and how worth is spread.
 */
public final class ValuePasses {
  /** More than this, from one pass to the next, and the borders of now are soon wrong. */
  private static final double GROWTH = 1.05;

  /** How many are read and written at a time, as events wait meanwhile. */
  private static final int SOME = 20;

  /** However many there are, all are done in so many times: within a minute, at fifty a second. */
  private static final int MOST_TIMES = 2_000;

  /** How many are counted at a time: a millisecond or two. */
  private static final int COUNTED = 20_000;

  private final ValueDesk desk;
  private final TaskInfo task;
  private final Standings standings;
  private final PassPlan plan = new PassPlan();
  private long lastKnown;
  private long worked;

  /** Who is to be valued anew in the pass that is under way; null once all are. */
  private Walk anew;

  /** The pass that is under way; null for none. */
  private Census census;

  /** Who is to be in another tier. */
  private Walk misplaced = walk(List.of());

  private boolean growing;

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

  /** Hears a command, which may want everybody's worth anew. */
  public void heard(Command command) {
    if (command.name().equals(Command.REBUILD)) {
      plan.allAnew();
    }
  }

  public boolean due(long now) {
    return census == null && plan.due(now);
  }

  /** A look through all for the sake of passes took from one moment to another. */
  public void looked(long begun, long now) {
    plan.done(begun, now, growing);
  }

  /**
   * Begins a pass, which goes on with {@link #goOn}. The first of all looks at all customers at
   * once, as nobody knows yet who has ever bought.
   *
   * @param seen told of each whose worth or tier may not stay, and whether they were valued anew;
   *     says whether they changed
   */
  public void begin(Customers customers, Seen seen) throws Exception {
    var allAnew = plan.begin();
    if (!standings.complete()) {
      customers.each((customer, valued) -> see(customer, valued, allAnew, seen));
      standings.completed();
    } else if (allAnew) {
      anew = walk(standings.buyers());
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

  /**
   * Values some more of the buyers anew, or counts some; returns what was found once all are
   * counted.
   *
   * @param seen as when the pass began
   */
  public Optional<ValueSketch> goOn(Customers customers, Seen seen, long now) throws Exception {
    if (anew != null) {
      customers.each(anew.next(), (customer, valued) -> see(customer, valued, true, seen));
      if (!anew.ended()) {
        return Optional.empty();
      }
      anew = null;
    }
    if (!census.count(COUNTED)) {
      return Optional.empty();
    }
    var sketch = census.sketch(task, desk.today(), lastKnown);
    census = null;
    plan.done(now - worked, now, growing);
    return Optional.of(sketch);
  }

  private boolean see(String customer, Valued valued, boolean allAnew, Seen seen) {
    var revalued = allAnew && valued.told();
    if (revalued) {
      desk.revalue(customer, valued);
    }
    var changed = seen.changed(customer, valued, revalued);
    standings.note(customer, valued);
    return changed || revalued;
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
    misplaced = walk(standings.misplaced(desk::tier));
  }

  /** A walk through some buyers of whom each is read, and most are written. */
  static Walk walk(List<String> whom) {
    return new Walk(whom, SOME, MOST_TIMES);
  }

  /**
   * Sees to some of those who are to be in another tier.
   *
   * @param changed puts one into their tier, and says whether that is another
   */
  public void rankSome(Customers customers, BiPredicate<String, Valued> changed) throws Exception {
    customers.each(misplaced.next(), changed);
  }

  /** Whether some are still to be put into another tier. */
  public boolean someLeft() {
    return !misplaced.ended();
  }

  /** Sees each customer in a pass. */
  public interface Seen {
    boolean changed(String customer, Valued valued, boolean anew);
  }
}
