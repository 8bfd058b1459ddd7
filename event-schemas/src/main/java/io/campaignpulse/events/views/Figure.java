package io.campaignpulse.events.views;

/**
 * A count or a sum of money in minor units that is added up over customers. New ones are appended:
 * their place in a {@link Tally} must not change.
 */
public enum Figure {
  /** Non-control contacts. */
  CONTACTS("contacts"),
  /** Distinct customers with a non-control contact. */
  CONTACTED("contacted"),
  BOUNCED("bounced"),
  OPENED("opened"),
  CLICKED("clicked"),
  UNSUBSCRIBED("unsubscribed"),
  /** Contacted customers with a credited interaction of a counted type. */
  RESPONDERS("responders"),
  DIRECT_RESPONDERS("directResponders"),
  /** Customers who responded directly without having been contacted. */
  PASS_ALONG_RESPONDERS("passAlongResponders"),
  CALLS("calls"),
  VISITS("visits"),
  ORDERS("orders"),
  OTHER("other"),
  /** Customers with a credited order, pass-along included. */
  CONVERTERS("converters"),
  /** Those converters who were contacted: the numerator of the conversion rate. */
  CONTACTED_CONVERTERS("contactedConverters"),
  /** Credited orders minus returns, in minor units. */
  REVENUE("revenueMinor"),
  /** Customers assigned to a variant, the control group included. */
  ASSIGNED("assigned"),
  /** Assigned customers with any counted interaction within the response window. */
  REACTED("reacted"),
  /** Assigned customers with any order within the response window. */
  BOUGHT("bought"),
  /** What the assigned spent within the response window, in minor units. */
  SPEND("spendMinor"),
  /** Sum over the assigned of the lower part of their squared spend: {@link SquaredSpend}. */
  SPEND_SQUARED("spendSquared"),
  /** Sum over the assigned of the upper part of their squared spend. */
  SPEND_SQUARED_UPPER("spendSquaredUpper");

  private final String jsonName;

  Figure(String jsonName) {
    this.jsonName = jsonName;
  }

  public String jsonName() {
    return jsonName;
  }
}
