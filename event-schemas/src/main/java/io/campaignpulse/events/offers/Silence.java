package io.campaignpulse.events.offers;

/** Why an offer is not made. */
public enum Silence {
  /** There is no offer that could be thought of now. */
  NO_OFFER,
  /** The customer is of the share that gets none, by which the effect of offers is measured. */
  SILENT_GROUP,
  /** The customer wants no marketing, or no calls where it would be one. */
  OPTED_OUT,
  /** A complaint of the customer is open. */
  OPEN_COMPLAINT,
  /** The customer declined something a short while ago. */
  DECLINED_LATELY,
  /** The customer declined this offer. */
  DECLINED_OFFER,
  /** The customer has had as many offers as the policy allows. */
  CUSTOMER_CAP,
  /** The customer has had this offer as often as the policy allows. */
  OFFER_CAP,
  /** The customer has had as many offers on this channel as the policy allows. */
  CHANNEL_CAP,
  /** The offer's rule does not hold. */
  NOT_ELIGIBLE,
  /** The offer is not to be made on this channel. */
  NOT_ON_CHANNEL,
  /** The offer was accepted as often as it may be. */
  QUANTITY_CAP,
  /** The customer accepted this offer. */
  ACCEPTED_BEFORE,
  /** Something was decided for this moment already. */
  SAME_MOMENT
}
