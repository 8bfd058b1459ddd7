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

  /** The channel of calls that customers make, and that of visits. */
  public static final String PHONE = "PHONE";

  public static final String WEB = "WEB";

  /** The channel of calls to customers, by the word that contacts have for it. */
  public static final String CALL = "CALL";

  /** Another word for it, by which offers may be on file. */
  private static final String OUTBOUND_CALL = "OUTBOUND_CALL";

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

  /** Whether customers are called on a channel, which those who want no calls must not be. */
  public static boolean calls(String channel) {
    return CALL.equals(channel) || OUTBOUND_CALL.equals(channel);
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
