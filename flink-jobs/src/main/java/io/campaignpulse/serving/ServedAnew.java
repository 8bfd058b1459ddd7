package io.campaignpulse.serving;

import io.campaignpulse.events.RedisKeys;
import java.util.Set;

/**
 * Which views every start of a job serves again once it has caught up. Kept by a checkpoint they
 * would come before that, and older than what was written after it: a figure would step back, and a
 * call that was answered would wait again. What is not sure to be served again is none of them.
 */
final class ServedAnew {
  private static final Set<String> WHOLE =
      Set.of(
          RedisKeys.ARRIVALS,
          RedisKeys.AGENTS,
          RedisKeys.DECISIONS,
          RedisKeys.VALUE_RANKS,
          RedisKeys.OFFERS,
          RedisKeys.OFFER_EFFECT,
          RedisKeys.OPPORTUNITIES);

  private ServedAnew() {}

  static boolean holds(ViewWrite view) {
    var key = view.key();
    return WHOLE.contains(key)
        || RedisKeys.ofCampaign(key)
        || RedisKeys.queueOf(key) != null
        || RedisKeys.ofClaim(key)
        || RedisKeys.VALUE.equals(view.field())
        || oneByOne(view) && view.json() != null;
  }

  /** Of these each that there is comes again, and none that is gone. */
  private static boolean oneByOne(ViewWrite view) {
    return RedisKeys.QUEUES.equals(view.key())
        || RedisKeys.ofIdentity(view.key())
        || RedisKeys.ofAffinity(view.key())
        || RedisKeys.CUSTOMER_OPPORTUNITIES.equals(view.field());
  }
}
