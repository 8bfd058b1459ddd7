package io.campaignpulse.customer;

import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.value.ValuePasses;
import io.campaignpulse.value.Valued;
import org.apache.flink.api.common.TaskInfo;

/** Puts the buyers of a subtask into the tiers of what they are worth, in passes over them. */
final class Ranking {
  private final Books books;
  private final AllCustomers all;
  private final CatchUp.Progress progress;
  private final Reach<Change> reach;
  private final ValuePasses passes;
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
    this.passes = new ValuePasses(books.yardsticks().values(), books.standings(), task);
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

  /** Returns whether this orders samples, which are to be given then. */
  boolean heard(Command command) {
    return passes.heard(command);
  }

  /** Begins a pass if one is due; returns whether it was. */
  boolean passIfDue() throws Exception {
    var begun = reach.now();
    if (!passes.due(begun)) {
      return false;
    }
    begin();
    passes.worked(begun, reach.now());
    count();
    return true;
  }

  /** Gives the samples that were ordered; returns whether there were any. */
  boolean giveSamples() throws Exception {
    var samples = passes.samples(all, reach::now);
    samples.forEach(sample -> reach.give(Outputs.SAMPLES, sample));
    return !samples.isEmpty();
  }

  private void begin() throws Exception {
    passes.begin(
        all,
        (customer, valued, anew) -> {
          var moves = books.rank(customer, valued, reach::give);
          if (moves || anew) {
            showWorth(customer, valued);
          }
          return moves;
        });
    rankSome();
  }

  /** Counts some, and plans to go on with others. */
  private void count() {
    var begun = reach.now();
    var sketch = passes.countSome(begun);
    if (sketch.isPresent()) {
      reach.give(Outputs.SKETCHES, sketch.get());
    } else {
      passes.worked(begun, reach.now());
      reach.later(begun + ShowPlan.ROUND_MILLIS, this::count);
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
