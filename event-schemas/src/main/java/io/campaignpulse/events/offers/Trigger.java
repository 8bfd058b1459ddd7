package io.campaignpulse.events.offers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A moment at which something could be proposed.
 *
 * @param eventId of the event that made it one
 * @param at epoch milliseconds of event time
 * @param unitId the call, visit or order that it is part of: what is decided for it holds until its
 *     end
 * @param channel on which the customer is reached; null where any will do
 * @param about products and categories that it is about
 */
public record Trigger(
    Kind kind, String eventId, long at, String unitId, String channel, List<String> about) {

  /** The channel of calls, and that of visits. */
  public static final String PHONE = "PHONE";

  public static final String WEB = "WEB";

  /** What made the moment one. */
  public enum Kind {
    CALL_QUEUED,
    CALL_ANSWERED,
    PRODUCT_VIEWED,
    CART_ABANDONED,
    ORDER_PLACED,
    REPLACEMENT_DUE,
    LAPSE,
    BIRTHDAY
  }

  /** The same for the same moment, so that whoever reads decisions can drop repeats. */
  public String decisionId() {
    return decisionId(kind, eventId);
  }

  /** The id of the decision on the moment that an event makes. */
  public static String decisionId(Kind kind, String eventId) {
    return UUID.nameUUIDFromBytes(
            ("offer " + kind + " " + eventId).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
