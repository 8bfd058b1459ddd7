package io.campaignpulse.response.core;

import java.util.List;

/**
 * What one customer adds to one campaign's figures.
 *
 * @param group where in the breakdowns it is added
 * @param events what is added there, to the totals and to each minute, event by event
 * @param standing what is added for what the customer is by now, such as a responder
 * @param traces what of it can be listed
 */
public record Share(Group group, Lines events, Lines standing, List<Trace> traces) {

  /**
   * The customer's place in the breakdowns: first contact's channel and variant, and own groups.
   */
  public record Group(String channel, String variant, String segment, String tier) {
    boolean sameCell(Group other) {
      return channel.equals(other.channel) && segment.equals(other.segment);
    }
  }
}
