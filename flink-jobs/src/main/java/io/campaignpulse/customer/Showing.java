package io.campaignpulse.customer;

import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.serving.ViewWrite;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Shows what customers did lately and are worth: each at once, or when their turn has come. */
final class Showing {
  /** More than these would keep events waiting. */
  private static final int MOST_A_ROUND = 100;

  /** So many of those who have time come in a round. */
  private static final int PATIENT_A_ROUND = 20;

  /** So many of them come beside others who wait for their turns: no more than a backlog has. */
  private static final int PATIENT_BESIDE = 5;

  /** After how long it is looked again whether the system is ready. */
  private static final long NOT_READY_MILLIS = 200;

  private final Books books;
  private final Telling telling;
  private final BooleanSupplier ready;
  private final Reach<Change> reach;
  private final Waiting waiting = new Waiting();
  private boolean roundPlanned;

  /**
   * @param ready whether what is shown would be of now
   */
  Showing(Books books, Telling telling, BooleanSupplier ready, Reach<Change> reach) {
    this.books = books;
    this.telling = telling;
    this.ready = ready;
    this.reach = reach;
  }

  /** Those who wait to be shown, to be kept over a restart. */
  List<String> waiting() {
    return waiting.names();
  }

  /** Takes those in who waited before a restart. */
  void restore(Collection<String> waited) {
    waiting.restore(waited, reach.now());
    planRound(reach.now());
  }

  /**
   * Shows the customer at hand now, or when their turn comes.
   *
   * @param at when that happened which is to be shown, in epoch milliseconds
   */
  void show(String customer, Ledger ledger, boolean worthToo, long at) throws IOException {
    if (waiting.has(customer)) {
      return;
    }
    if (ready.getAsBoolean() && waiting.atOnce(reach.now(), at)) {
      waiting.removePatient(customer);
      show(customer, ledger, worthToo);
    } else {
      waiting.add(customer, reach.now(), at);
      planRound(reach.now());
    }
  }

  /**
   * Shows a customer of whom there is news that nobody waits for. However many there are, none of
   * those is late by it who just did something.
   */
  void showWhenever(String customer) {
    waiting.addPatient(customer);
    planRound(reach.now() + ShowPlan.ROUND_MILLIS);
  }

  /** Plans a round at the next turn, but not before a moment. */
  private void planRound(long earliest) {
    if (!roundPlanned && waiting.next() != Waiting.NONE) {
      roundPlanned = true;
      reach.later(Math.max(earliest, waiting.next()), this::round);
    }
  }

  private void round() throws IOException {
    roundPlanned = false;
    var now = reach.now();
    if (!ready.getAsBoolean()) {
      planRound(now + NOT_READY_MILLIS);
      return;
    }
    showSome(MOST_A_ROUND, () -> waiting.take(now));
    showSome(waiting.turnsLeft() ? PATIENT_BESIDE : PATIENT_A_ROUND, waiting::takePatient);
    planRound(now + ShowPlan.ROUND_MILLIS);
  }

  /** Shows so many at most of those who are taken, as long as there is one. */
  private void showSome(int most, Supplier<String> taken) throws IOException {
    for (int n = 0; n < most; n++) {
      var customer = taken.get();
      if (customer == null) {
        break;
      }
      reach.turnTo(customer);
      var known = books.ledger();
      // Of whom nothing is kept any more, that is what is shown.
      show(customer, known == null ? new Ledger() : known, true);
    }
  }

  /** Shows a customer whose books are at hand. */
  void show(String customer, Ledger ledger, boolean worthToo) throws IOException {
    telling.showActivity(customer, ledger, this::give);
    if (worthToo) {
      telling.showValue(customer, this::give);
    }
  }

  private void give(ViewWrite view) {
    reach.give(Outputs.VIEWS, view);
  }
}
