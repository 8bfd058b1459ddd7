package io.campaignpulse.ingest.core;

import io.campaignpulse.events.views.Act;
import java.util.List;

/**
 * One event as the capabilities see it.
 *
 * @param origin where it stands in Kafka
 * @param at event time, in epoch milliseconds
 * @param customerId null while only identities are known
 * @param identities identity keys in the order in which they are looked up
 * @param unitId the contact, call, visit, order or other interaction that the event is part of
 * @param campaignId the campaign of a contact; null for interactions
 * @param variant of a contact; of an offer that was decided on the customer's tier
 * @param channel of a contact, an order or another interaction; null for calls and visits
 * @param status of a contact
 * @param code the campaign code an interaction carries
 * @param dialled the number a caller dialled
 * @param amountMinor of an order or return
 * @param act what the customer did or wanted, or what became of a call, as far as it was told; null
 *     otherwise
 * @param queue where a call waits or waited; null for others
 * @param agentId who took a call or an order; null for others, and where nobody is named
 * @param trade what it says of products and offers; null for nothing
 */
public record Touch(
    String eventId,
    Kind kind,
    Origin origin,
    long at,
    String customerId,
    List<String> identities,
    String unitId,
    String campaignId,
    String variant,
    String channel,
    Status status,
    String code,
    String dialled,
    long amountMinor,
    Act act,
    String queue,
    String agentId,
    Trade trade) {

  /** What kind of event it is; only the first five are interactions or contacts of their own. */
  public enum Kind {
    CONTACT,
    CALL,
    VISIT,
    ORDER,
    OTHER,
    RETURN,
    /** What became of a call. */
    OUTCOME,
    /** Tells who somebody is, and nothing that counts. */
    LINK,
    /** How a customer took an offer. */
    OFFER
  }

  /** What became of a contact. */
  public enum Status {
    SENT,
    DELIVERED,
    OPENED,
    CLICKED,
    BOUNCED,
    UNSUBSCRIBED
  }

  /** A record's place in Kafka. */
  public record Origin(String topic, int partition, long offset) {
    @Override
    public String toString() {
      return topic + "-" + partition + "-" + offset;
    }
  }

  /** Whether it is a call, or what became of one: somebody waits on the line. */
  public boolean ofCall() {
    return kind == Kind.CALL || kind == Kind.OUTCOME;
  }

  /** Whether the customer did it, so that it can be credited. */
  public boolean interaction() {
    return switch (kind) {
      case CALL, VISIT, ORDER, OTHER -> true;
      case CONTACT, RETURN, OUTCOME, LINK, OFFER -> false;
    };
  }

  /**
   * The touch as the ledger keeps it: without where it came from, how its customer was found, and
   * the products it is about.
   */
  public Touch entry() {
    return kept(kind == Kind.OFFER ? trade : null);
  }

  /** The same with what it says of products and offers. */
  public Touch deal() {
    return kept(trade);
  }

  /** The same touch, saying this of products and offers. */
  public Touch with(Trade other) {
    return copy(origin, customerId, identities, unitId, other);
  }

  private Touch kept(Trade keptTrade) {
    return copy(null, null, List.of(), eventId.equals(unitId) ? eventId : unitId, keptTrade);
  }

  private Touch copy(
      Origin from, String ofCustomer, List<String> knownBy, String ofUnit, Trade saying) {
    return new Touch(
        eventId,
        kind,
        from,
        at,
        ofCustomer,
        knownBy,
        ofUnit,
        campaignId,
        variant,
        channel,
        status,
        code,
        dialled,
        amountMinor,
        act,
        queue,
        agentId,
        saying);
  }

  /** The content as text, by which the lesser of two different repeats is told. */
  public String content() {
    return String.join(
        "\u0000",
        List.of(
            Long.toString(at),
            kind.name(),
            String.valueOf(unitId),
            String.valueOf(campaignId),
            String.valueOf(variant),
            String.valueOf(channel),
            String.valueOf(status),
            String.valueOf(code),
            String.valueOf(dialled),
            Long.toString(amountMinor),
            String.valueOf(act),
            String.valueOf(queue),
            String.valueOf(agentId),
            trade == null ? "" : trade.toString()));
  }
}
