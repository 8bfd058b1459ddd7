package io.campaignpulse.offers;

import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.offers.core.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept of a customer for offers, beside what was proposed and how they took it. */
public final class Offered {
  private static final long NEVER = Long.MIN_VALUE;

  private final List<Pending> pending;
  private long chanceAt;
  private boolean silent;
  private Bought told;
  private Bought forgotten;

  public Offered() {
    this(new ArrayList<>(2), NEVER, false, Bought.NOTHING, Bought.NOTHING);
  }

  Offered(List<Pending> pending, long chanceAt, boolean silent, Bought told, Bought forgotten) {
    this.pending = pending;
    this.chanceAt = chanceAt;
    this.silent = silent;
    this.told = told;
    this.forgotten = forgotten;
  }

  /** Whether the customer bought in the days that count, and for how much. */
  record Bought(boolean any, long spend) {
    static final Bought NOTHING = new Bought(false, 0);

    static Bought of(Group one) {
      return new Bought(one.buyers() > 0, one.spend());
    }

    Bought plus(Bought more) {
      return new Bought(any || more.any, spend + more.spend);
    }

    Group group() {
      return Exposure.group(any, spend);
    }
  }

  /**
   * A moment that is decided on later.
   *
   * @param dueAt epoch milliseconds of processing time
   */
  record Pending(Trigger moment, long dueAt) {}

  List<Pending> pending() {
    return pending;
  }

  Offered copy() {
    return new Offered(new ArrayList<>(pending), chanceAt, silent, told, forgotten);
  }

  /** When the customer first could have got an offer, or would have outside the silent group. */
  public long chanceAt() {
    return chanceAt;
  }

  public boolean hadChance() {
    return chanceAt != NEVER;
  }

  boolean silent() {
    return silent;
  }

  Bought told() {
    return told;
  }

  Bought forgotten() {
    return forgotten;
  }

  public boolean empty() {
    return pending.isEmpty() && !hadChance();
  }

  /** The first chance; returns what that adds to the effect. */
  public OfferEffect firstChance(long at, boolean ofSilentGroup, Group boughtSince) {
    chanceAt = at;
    silent = ofSilentGroup;
    told = Bought.of(boughtSince);
    return Exposure.effect(silent, boughtSince);
  }

  /**
   * Returns what this changes of the effect; empty for nothing.
   *
   * @param since what sales that are held come to
   */
  public Optional<OfferEffect> bought(Group since) {
    var now = Bought.of(since).plus(forgotten);
    var change = now.group().minus(told.group());
    told = now;
    return change.equals(Group.NONE)
        ? Optional.empty()
        : Optional.of(Exposure.effect(silent, change));
  }

  /** Keeps what sales came to that are held no longer: it still counts. */
  public void forget(Group since) {
    forgotten = forgotten.plus(Bought.of(since));
  }

  /** Keeps a moment for later; of carts only the last, as it is one cart. */
  public void park(Trigger moment, long dueAt) {
    if (moment.kind() == Trigger.Kind.CART_ABANDONED) {
      pending.removeIf(before -> before.moment().kind() == moment.kind());
    }
    pending.add(new Pending(moment, dueAt));
  }

  /** Takes out the moments that have waited long enough. */
  public List<Trigger> due(long now) {
    var due = new ArrayList<Trigger>();
    pending.removeIf(each -> each.dueAt() <= now && due.add(each.moment()));
    return due;
  }
}
