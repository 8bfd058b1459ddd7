package io.campaignpulse.response.core;

/**
 * What one customer adds to one campaign's figures.
 *
 * @param group where in the breakdowns it is added
 * @param events what is added there, to the totals and to each minute, event by event
 * @param standing what is added for what the customer is by now, such as a responder
 */
public record Share(Group group, Lines events, Lines standing) {

  /**
   * The customer's place in the breakdowns: first contact's channel and variant, and own groups.
   */
  public record Group(String channel, String variant, String segment, String tier) {}
}
