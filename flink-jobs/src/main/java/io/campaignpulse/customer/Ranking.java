package io.campaignpulse.customer;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.value.Sampling;
import io.campaignpulse.value.ValuePasses;
import io.campaignpulse.value.Valued;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.TaskInfo;

/** Puts the buyers of a subtask into the tiers of what they are worth, in passes over them. */
final class Ranking {
  private final Books books;
  private final AllCustomers all;
  private final CatchUp.Progress progress;
  private final Reach<Change> reach;
  private final ValuePasses passes;
  private final Sampling sampling;
  private boolean goingOn;

  Ranking(
      Books books,
      AllCustomers all,
      CatchUp.Progress progress,
      Reach<Change> reach,
      TaskInfo task) {
    this.books = books;
    this.all = all;
    this.progress = progress;
    this.reach = reach;
    var desk = books.yardsticks().values();
    this.passes = new ValuePasses(desk, books.standings(), task);
    this.sampling = new Sampling(desk, books.standings(), task);
  }

  /** Somebody's worth is another. */
  void changed() {
    passes.changed();
  }

  /** Somebody is new. */
  void isNew(String customer) {
    passes.changed();
    all.isNew(customer);
  }

  /** What everybody is worth is to be worked out anew. */
  void allAnew() {
    passes.allAnew();
  }

  /** Hears a command; returns the order of samples that it is, which are to be given then. */
  Optional<FitOrder> heard(Command command) {
    passes.heard(command);
    return sampling.heard(command);
  }

  /** Begins a pass if one is due; returns whether it was. */
  boolean passIfDue() throws Exception {
    var begun = reach.now();
    if (!passes.due(begun)) {
      return false;
    }
    begin();
    passes.worked(begun, reach.now());
    goOn();
    return true;
  }

  /**
   * Gives the samples that were ordered, once all buyers are seen: at once if they are few.
   *
   * @return the orders they are of
   */
  Set<FitOrder> giveSamples() throws Exception {
    if (sampling.begin()) {
      sampleSome();
    }
    var taken = sampling.take();
    taken.values().forEach(sample -> reach.give(Outputs.SAMPLES, sample));
    return taken.keySet();
  }

  private void sampleSome() throws Exception {
    if (sampling.seeSome(all)) {
      reach.later(reach.now() + ShowPlan.ROUND_MILLIS, this::sampleSome);
    }
  }

  private void begin() throws Exception {
    passes.begin(all, this::see);
    rankSome();
  }

  /** Ranks somebody, and shows them if they were valued anew. */
  private boolean see(String customer, Valued valued, boolean anew) {
    var moves = books.rank(customer, valued, reach::give);
    if (moves || anew) {
      showWorth(customer, valued);
    }
    return moves;
  }

  /** Values some anew or counts some, and plans to go on with others. */
  private void goOn() throws Exception {
    var begun = reach.now();
    var sketch = passes.goOn(all, this::see, begun);
    if (sketch.isPresent()) {
      reach.give(Outputs.SKETCHES, sketch.get());
    } else {
      passes.worked(begun, reach.now());
      reach.later(begun + ShowPlan.ROUND_MILLIS, this::goOn);
    }
  }

  private void showWorth(String customer, Valued valued) {
    reach.give(Outputs.VIEWS, books.yardsticks().values().view(customer, valued));
  }

  /** Ranks from here on whom a border that moved parts from their tier. */
  void bordersMoved() throws Exception {
    var begun = reach.now();
    passes.moved(all, this::rank);
    rankSome();
    passes.looked(begun, reach.now());
  }

  /** Sees to a few of those whom a border parts from their tier, and plans to go on with others. */
  private void rankSome() throws Exception {
    passes.rankSome(all, this::rank);
    if (passes.someLeft() && !goingOn) {
      goingOn = true;
      reach.later(
          reach.now() + ShowPlan.ROUND_MILLIS,
          () -> {
            goingOn = false;
            rankSome();
          });
    }
  }

  /** Puts a buyer into their tier. */
  private boolean rank(String customer, Valued valued) {
    var moves = books.rank(customer, valued, reach::give);
    if (moves && progress.caughtUp()) {
      showWorth(customer, valued);
    }
    return moves;
  }
}
