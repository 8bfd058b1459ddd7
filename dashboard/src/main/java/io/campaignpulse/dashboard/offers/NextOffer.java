package io.campaignpulse.dashboard.offers;

import io.campaignpulse.dashboard.callers.Caller;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferDecision.Candidate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What to propose to a customer on a channel, by what was last decided for them.
 *
 * @param decision null for a customer of whom nothing was decided yet
 * @param channel on which the offer would be made; null where any will do
 * @param best the offer to be made; null for none
 * @param silence why none; null where there is one
 * @param offers those defined, by id
 */
public record NextOffer(
    OfferDecision decision,
    String channel,
    Candidate best,
    Silence silence,
    Map<String, Offer> offers) {

  /** What is said to a customer as a whole, whatever the offer and the channel. */
  private static final Set<Silence> FOR_ALL_OFFERS =
      EnumSet.of(
          Silence.SILENT_GROUP,
          Silence.OPTED_OUT,
          Silence.OPEN_COMPLAINT,
          Silence.DECLINED_LATELY,
          Silence.CUSTOMER_CAP,
          Silence.SAME_MOMENT);

  /**
   * What to propose to a caller.
   *
   * @param channel null for that of the decision
   */
  public static NextOffer of(Caller caller, String channel) {
    var known = caller.known() == null ? Known.NOTHING : caller.known();
    return of(known, channel, caller.common().offers(), caller.now());
  }

  /** The same of what is known of a customer, by what they want now. */
  public static NextOffer of(Known known, String channel, Map<String, Offer> offers, Instant now) {
    var decision = known.offer();
    var where = channel == null && decision != null ? decision.channel() : channel;
    if (known.consent().refuses(where)) {
      return new NextOffer(decision, where, null, Silence.OPTED_OUT, offers);
    }
    if (decision == null) {
      return new NextOffer(null, where, null, Silence.NO_OFFER, offers);
    }
    var elsewhere = channel != null && !channel.equals(decision.channel());
    var best = elsewhere ? bestOn(decision, channel, offers) : Optional.ofNullable(decision.best());
    var made = best.filter(each -> !over(offers.get(each.offerId()), now)).orElse(null);
    return new NextOffer(
        decision, where, made, made == null ? why(decision, elsewhere) : null, offers);
  }

  /** The best of those that nothing else forbids, and of these one that was weighed first. */
  private static Optional<Candidate> bestOn(
      OfferDecision decision, String channel, Map<String, Offer> offers) {
    if (decision.silence() != null && FOR_ALL_OFFERS.contains(decision.silence())) {
      return Optional.empty();
    }
    Predicate<Candidate> there = each -> isMadeOn(offers.get(each.offerId()), channel);
    return candidates(decision).stream()
        .filter(each -> each.blockedBy() == null)
        .filter(there)
        .findFirst()
        .or(
            () ->
                candidates(decision).stream()
                    .filter(each -> each.blockedBy() == Silence.NOT_ON_CHANNEL)
                    .filter(there)
                    .findFirst());
  }

  private static boolean isMadeOn(Offer offer, String channel) {
    return offer != null
        && (offer.getChannels().isEmpty() || offer.getChannels().contains(channel));
  }

  /** A decision may be days old. */
  private static boolean over(Offer offer, Instant now) {
    return offer != null && offer.getEndsAt() != null && offer.getEndsAt().isBefore(now);
  }

  private static Silence why(OfferDecision decision, boolean elsewhere) {
    if (decision.silence() != null) {
      return decision.silence();
    }
    return elsewhere ? Silence.NOT_ON_CHANNEL : Silence.NO_OFFER;
  }

  static List<Candidate> candidates(OfferDecision decision) {
    return decision.candidates() == null ? List.of() : decision.candidates();
  }
}
