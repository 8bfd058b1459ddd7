package io.campaignpulse.events.priority;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.views.CustomerActivity.Response;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How soon a customer should be answered, 0 to 100, and why: the points of the reasons add up to
 * it. It is worked out for a moment of event time, as some reasons fade.
 */
public record PriorityScore(double score, List<Reason> reasons) {
  private static final double INTENT_MILLIS = Duration.ofMinutes(30).toMillis();
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final long COMPLAINT_OPEN_MILLIS = Duration.ofDays(30).toMillis();

  /** Points are tenths, so that what is shown adds up. */
  private static final double TENTHS = 10;

  private static final long MOST_TENTHS = 1_000;

  /** What speaks for answering soon, and how much. */
  public record Reason(Kind reason, double points) {
    /** The reason in words, for who only wants to show it. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String text() {
      return reason.text;
    }
  }

  /** Why. */
  public enum Kind {
    VALUE,
    ABANDONED_CART,
    PRODUCT_VIEW,
    CAMPAIGN_RESPONSE,
    OPEN_COMPLAINT,
    REPEATED_CALL,
    ABANDONED_CALL,
    UNKNOWN_CALLER;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * The score of a customer.
   *
   * @param percentile the share of customers who are worth less, in percent; null for one known by
   *     nothing but an identity
   * @param now epoch milliseconds of event time
   */
  public static PriorityScore of(
      PriorityWeights weights, Double percentile, Signals signals, long now) {
    var sum = new Sum();
    if (percentile == null) {
      sum.add(Kind.UNKNOWN_CALLER, weights.getUnknownCaller());
    } else {
      sum.add(Kind.VALUE, weights.getValue() * percentile / 100);
    }
    sum.add(Kind.ABANDONED_CART, weights.getCart() * fading(signals.cartAt(), now, INTENT_MILLIS));
    sum.add(
        Kind.PRODUCT_VIEW,
        weights.getProductView() * fading(signals.productViewAt(), now, INTENT_MILLIS));
    sum.add(Kind.CAMPAIGN_RESPONSE, weights.getCampaignResponse() * responding(signals, now));
    sum.add(Kind.OPEN_COMPLAINT, complains(signals, now) ? weights.getComplaint() : 0);
    sum.add(
        Kind.REPEATED_CALL, weights.getRepeatedCall() * fading(signals.callAt(), now, DAY_MILLIS));
    sum.add(
        Kind.ABANDONED_CALL,
        weights.getAbandonedCall() * fading(signals.abandonedAt(), now, DAY_MILLIS));
    return sum.score();
  }

  /** The score of a caller of whom nothing is known. */
  public static PriorityScore unknown(PriorityWeights weights) {
    return of(weights, null, Signals.NONE, 0);
  }

  /** 1 when it happens, less with time, 0 in the end; events of a moment ahead count as of now. */
  private static double fading(Long at, long now, double length) {
    return at == null ? 0 : Math.max(0, 1 - Math.max(0, now - at) / length);
  }

  /** Whether a complaint is open. */
  public static boolean complains(Signals signals, long now) {
    var complaintAt = signals.complaintAt();
    return complaintAt != null && now - complaintAt < COMPLAINT_OPEN_MILLIS;
  }

  /** Whether a cart was left a short while ago. */
  public static boolean leftCart(Signals signals, long now) {
    return fading(signals.cartAt(), now, INTENT_MILLIS) > 0;
  }

  /** Of several running campaigns the one that has most weight counts. */
  private static double responding(Signals signals, long now) {
    return signals.responses().stream()
        .filter(response -> now <= response.runsUntil())
        .mapToDouble(Response::share)
        .max()
        .orElse(0);
  }

  private static final class Sum {
    private final List<Reason> reasons = new ArrayList<>();
    private long tenths;

    void add(Kind kind, double points) {
      long rounded = Math.round(points * TENTHS);
      if (rounded > 0) {
        reasons.add(new Reason(kind, rounded / TENTHS));
        tenths += rounded;
      }
    }

    PriorityScore score() {
      greatestFirst();
      if (tenths > MOST_TENTHS) {
        takeBeyond();
        greatestFirst();
      }
      return new PriorityScore(tenths / TENTHS, List.copyOf(reasons));
    }

    private void greatestFirst() {
      reasons.sort((a, b) -> Double.compare(b.points(), a.points()));
    }

    /** What weights of less than a tenth were rounded up to is taken from the greatest reason. */
    private void takeBeyond() {
      var greatest = reasons.get(0);
      long left = Math.round(greatest.points() * TENTHS) - (tenths - MOST_TENTHS);
      reasons.set(0, new Reason(greatest.reason(), left / TENTHS));
      tenths = MOST_TENTHS;
    }
  }
}
