package io.campaignpulse.events.views;

import io.campaignpulse.events.offers.Silence;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an offer is doing.
 *
 * @param decided how often it was the next best offer
 * @param presented of these, or reported besides, how often it was made
 * @param accepted of those how often it was accepted
 * @param declined of those how often it was declined
 * @param revenueMinor orders that name a decision for it, less what was returned of them
 * @param blocked how often it was thought of and forbidden, by the rule that did
 * @param taken how often it was made and accepted, by tier and channel
 */
public record OfferFigures(
    String offerId,
    long decided,
    long presented,
    long accepted,
    long declined,
    long revenueMinor,
    Map<Silence, Long> blocked,
    Map<String, Taken> taken) {

  /** How often an offer was made, and of that accepted. */
  public record Taken(long presented, long accepted) {
    public static final Taken NONE = new Taken(0, 0);

    Taken negated() {
      return new Taken(-presented, -accepted);
    }

    public Taken plus(Taken more) {
      return new Taken(presented + more.presented, accepted + more.accepted);
    }
  }

  public static OfferFigures none(String offerId) {
    return new OfferFigures(offerId, 0, 0, 0, 0, 0, Map.of(), Map.of());
  }

  /** The cell of {@link #taken} for a tier and a channel. */
  public static String cell(String tier, String channel) {
    return (tier == null ? ValueRanks.C : tier) + " " + (channel == null ? "" : channel);
  }

  /** What takes these out again when it is added. */
  public OfferFigures negated() {
    var blockedLess = new TreeMap<>(blocked);
    blockedLess.replaceAll((rule, times) -> -times);
    var takenLess = new TreeMap<>(taken);
    takenLess.replaceAll((cell, times) -> times.negated());
    return new OfferFigures(
        offerId, -decided, -presented, -accepted, -declined, -revenueMinor, blockedLess, takenLess);
  }

  /** Both together. */
  public OfferFigures plus(OfferFigures more) {
    var blockedSum = new TreeMap<>(blocked);
    more.blocked.forEach((rule, times) -> blockedSum.merge(rule, times, Long::sum));
    var takenSum = new TreeMap<>(taken);
    more.taken.forEach((cell, times) -> takenSum.merge(cell, times, Taken::plus));
    return new OfferFigures(
        offerId,
        decided + more.decided,
        presented + more.presented,
        accepted + more.accepted,
        declined + more.declined,
        revenueMinor + more.revenueMinor,
        blockedSum,
        takenSum);
  }
}
