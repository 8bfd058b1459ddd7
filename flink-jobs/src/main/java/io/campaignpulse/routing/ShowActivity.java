package io.campaignpulse.routing;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.response.core.CampaignBook;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.routing.core.Activity;
import io.campaignpulse.serving.ViewWrite;
import java.util.function.Consumer;

/**
 * Shows what customers did lately: each at once as long as there are not too many, the others when
 * there is time. A ledger remembers that what is shown of it lags behind.
 */
public final class ShowActivity {
  /** How many customers are shown a millisecond at most. */
  private static final int A_MILLI = 5;

  private static final long LONGEST_BURST_MILLIS = 200;

  private final Consumer<ViewWrite> views;
  private long until;
  private boolean behind = true;
  private boolean allDue;

  public ShowActivity(Consumer<ViewWrite> views) {
    this.views = views;
  }

  /**
   * Shows a customer whose ledger changed, or remembers to.
   *
   * @param now processing time in epoch milliseconds
   * @param caughtUp whether what is shown would be no older than what was shown before
   */
  public void changed(
      String customer, Ledger ledger, CampaignBook book, long now, boolean caughtUp) {
    if (caughtUp && affords(now)) {
      show(customer, ledger, book);
      ledger.unshown(false);
    } else {
      ledger.unshown(true);
      behind = true;
    }
  }

  /** Time is kept in fifths of milliseconds; what was not used for a while is lost. */
  private boolean affords(long now) {
    long fifths = now * A_MILLI;
    until = Math.max(until, fifths - LONGEST_BURST_MILLIS * A_MILLI) + 1;
    if (until <= fifths) {
      return true;
    }
    until--;
    return false;
  }

  private void show(String customer, Ledger ledger, CampaignBook book) {
    if (Identities.namesNobody(customer)) {
      return;
    }
    var key = RedisKeys.customer(customer);
    if (ledger.touches().isEmpty()) {
      views.accept(ViewWrite.gone(key, RedisKeys.ACTIVITY));
      return;
    }
    var activity = Activity.of(customer, ledger.touches(), ledger.responses(book));
    views.accept(ViewWrite.of(key, RedisKeys.ACTIVITY, activity, null, null));
  }

  /** Everything is to be shown again. */
  public void rebuild() {
    allDue = true;
  }

  /** Whether it is time to look through all ledgers for those that lag behind. */
  public boolean sweepDue(long now) {
    return allDue || behind && until <= (now - LONGEST_BURST_MILLIS / 2) * A_MILLI;
  }

  /** A sweep begins; says whether it shows everybody. */
  public boolean sweeps() {
    var all = allDue;
    allDue = false;
    behind = false;
    return all;
  }

  /** Shows a customer in a sweep; returns whether that was due. */
  public boolean sweep(String customer, Ledger ledger, CampaignBook book, boolean everybody) {
    if (!everybody && !ledger.unshown()) {
      return false;
    }
    show(customer, ledger, book);
    ledger.unshown(false);
    return true;
  }
}
