package io.campaignpulse.value;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.core.Valuation;
import io.campaignpulse.value.core.ValueModel;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/**
 * Enters sales into customers' purchases and says what they are worth and in which tier that is.
 * Knows the model, the ranks and the day of now, which are the same for all.
 */
public final class ValueDesk {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long BEFORE_ALL_DAYS = Long.MIN_VALUE;

  private final Purge purge;
  private final int minorDigits;
  private Valuation valuation;
  private ValueRanks ranks;
  private long today = BEFORE_ALL_DAYS;

  /**
   * @param minorDigits how many decimals the reporting currency has
   */
  public ValueDesk(Purge purge, int minorDigits) {
    this.purge = purge;
    this.minorDigits = minorDigits;
    this.valuation = new Valuation(null, minorDigits);
  }

  public void model(ValueModel model) {
    valuation = new Valuation(model, minorDigits);
  }

  /**
   * Takes new ranks.
   *
   * @return whether anybody's tier may be another by them
   */
  public boolean ranks(ValueRanks newest) {
    var moved = ranks == null || ranks.tierA() != newest.tierA() || ranks.tierB() != newest.tierB();
    ranks = newest;
    return moved;
  }

  /** Sets the epoch day that event time has come to. */
  public void today(long day) {
    today = day;
  }

  /** The epoch day that event time has come to; before all days while nobody has told. */
  public long today() {
    return today;
  }

  /** Whether a day is one that event time has come to. */
  public static boolean dayKnown(long day) {
    return day != BEFORE_ALL_DAYS;
  }

  /**
   * The epoch day of a moment of event time, if it is a later one than today; what says it comes
   * from the future takes nobody with it.
   */
  public boolean laterDay(long eventTime, long now) {
    return eventTime != Long.MIN_VALUE && day(eventTime, now) > today;
  }

  public static long day(long eventTime, long now) {
    return Math.floorDiv(Math.min(eventTime, now), DAY_MILLIS);
  }

  Valuation valuation() {
    return valuation;
  }

  /**
   * Enters a sale, which was not late, and values the customer anew.
   *
   * @param lookUp says the categories of products where a sale does not
   * @param planReview told when a timer should look at what can be forgotten
   * @return whether that is a change
   */
  public boolean sell(
      String customer,
      Posting posting,
      Valued valued,
      UnaryOperator<Touch> lookUp,
      LongConsumer planReview) {
    var touch = posting.touch();
    var changed =
        posting.kind() == Posting.Kind.MOVE_OUT
            ? valued.purchases.remove(touch.eventId())
            : valued.purchases.enter(touch.deal(), lookUp);
    if (changed) {
      plan(valued, purge.due(touch.at()), planReview);
      revalue(customer, valued);
    }
    return changed;
  }

  /** Values a customer anew; whoever is told to have bought is told of when it was brought back. */
  void revalue(String customer, Valued valued) {
    valued.tell(value(customer, valued));
  }

  /** Puts a customer into their tier; returns whether that is another than before. */
  public boolean rank(Valued valued) {
    var before = valued.tier == null ? ValueRanks.C : valued.tier;
    valued.tier = tier(valued.toldWorth);
    return !valued.tier.equals(before);
  }

  /** The tier of what a customer is worth. */
  String tier(double worth) {
    return ranks == null || worth <= 0 ? ValueRanks.C : ranks.tier(worth);
  }

  /** The share of customers who are worth less, in percent. */
  public double percentile(Valued valued) {
    return ranks == null || valued.toldWorth <= 0 ? 0 : ranks.percentile(valued.toldWorth);
  }

  /** Whether something of the customer can be forgotten by now. */
  public static boolean reviewDue(Valued valued, long at) {
    return valued.reviewAt <= at;
  }

  /** Forgets what the history has left behind, and returns it. */
  public List<Touch> review(Valued valued, long timer, LongConsumer planReview) {
    var forgotten = valued.purchases.forget(purge.cutoff(timer));
    valued.reviewAt = Valued.UNPLANNED;
    valued.purchases.oldest().ifPresent(oldest -> plan(valued, purge.due(oldest), planReview));
    return forgotten;
  }

  /** One timer a customer is enough: it plans the next. */
  private static void plan(Valued valued, long at, LongConsumer planReview) {
    if (at < valued.reviewAt) {
      valued.reviewAt = at;
      planReview.accept(at);
    }
  }

  /** What is served of the customer. */
  public ViewWrite view(String customer, Valued valued) {
    var value = value(customer, valued).in(valued.tier);
    return ViewWrite.of(RedisKeys.customer(customer), RedisKeys.VALUE, value, null, null);
  }

  private CustomerValue value(String customer, Valued valued) {
    long day = Math.max(today, valued.purchases.lastDay().orElse(valued.toldDay));
    return valued
        .purchases
        .observed(day)
        .map(observed -> valuation.of(customer, observed))
        .orElseGet(() -> CustomerValue.none(customer, day));
  }
}
