package io.campaignpulse.simulators.target;

import io.campaignpulse.events.avro.CustomerRef;
import java.time.Instant;
import java.util.Optional;

/** A running system, as those see it who make its offers to customers. */
public interface Offers {

  /** What to propose to this customer on this channel; empty for nothing. */
  Optional<Proposal> next(CustomerRef who, String channel);

  /**
   * What the system would propose.
   *
   * @param at the moment on which it was decided
   * @param productId what is sold by it, or null
   */
  record Proposal(String decisionId, Instant at, String offerId, String productId) {}
}
