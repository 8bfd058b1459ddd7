package io.campaignpulse.events.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a customer did lately, over all channels; times in epoch milliseconds of event time. It is
 * written at every event of a customer, so what is not known is not written.
 *
 * @param recent the last ten interactions, newest first; what was done in one web visit is one
 * @param unanswered the running campaigns that contacted the customer, who has not responded
 * @param lastAgentId who sold to the customer or solved something for them last; null for nobody
 */
public record CustomerActivity(
    String customerId,
    List<Recent> recent,
    Signals signals,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unanswered> unanswered,
    @JsonInclude(JsonInclude.Include.NON_NULL) String lastAgentId) {

  public CustomerActivity {
    unanswered = unanswered == null ? List.of() : unanswered;
  }

  /** Of a customer whom no campaign waits for and no agent served. */
  public CustomerActivity(String customerId, List<Recent> recent, Signals signals) {
    this(customerId, recent, signals, List.of(), null);
  }

  /** The same of a customer whom these campaigns have contacted. */
  public CustomerActivity contactedBy(List<Unanswered> campaigns) {
    return new CustomerActivity(customerId, recent, signals, campaigns, lastAgentId);
  }

  /**
   * One interaction.
   *
   * @param kind CALL, VISIT, ORDER, RETURN or OTHER
   * @param act what it was about, or in a visit the most telling that was done; null if not known
   * @param channel of an order or another interaction; null for calls and visits
   * @param amountMinor of an order or return; null for others
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Recent(long at, String kind, Act act, String channel, Long amountMinor) {}

  /**
   * What tells how soon the customer should be answered. Each is null where it never was, or is no
   * more.
   *
   * @param productViewAt when a product was last looked at
   * @param cartAt when something was last put into a cart, or a checkout begun, that no order
   *     followed
   * @param callAt the last call before the one that may be going on
   * @param abandonedAt when a call was last given up, if none was answered since
   * @param complaintAt when the customer last complained, if no service call has ended since
   * @param responses to campaigns
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Signals(
      Long productViewAt,
      Long cartAt,
      Long callAt,
      Long abandonedAt,
      Long complaintAt,
      List<Response> responses) {
    public static final Signals NONE = new Signals(null, null, null, null, null, List.of());
  }

  /**
   * A campaign that the customer responded to.
   *
   * @param at the first response
   * @param runsUntil the campaign's end
   * @param share how much of the weight of a campaign response this one has, 0 to 1
   */
  public record Response(String campaignId, long at, long runsUntil, double share) {}

  /**
   * A campaign that contacted the customer, who has not responded.
   *
   * @param runsUntil the campaign's end
   */
  public record Unanswered(String campaignId, long runsUntil) {}
}
