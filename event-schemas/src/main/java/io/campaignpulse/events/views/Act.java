package io.campaignpulse.events.views;

/** What a customer did, or what it was about. New ones are appended: places are kept in state. */
public enum Act {
  PAGE_VIEW,
  PRODUCT_VIEW,
  ADD_TO_CART,
  CHECKOUT_STARTED,
  SEARCH,
  LOGIN,
  /** A call that ended, about which nothing else is known. */
  ENDED,
  /** A call that was given up before it was answered. */
  ABANDONED,
  ENQUIRY,
  ORDER,
  COMPLAINT,
  FEEDBACK,
  SERVICE,
  NOT_INTERESTED,
  /** A call that was answered, and goes on as far as is known. */
  ANSWERED,
  /** A call that was passed on. */
  TRANSFERRED,
  /** An offer that was decided on. */
  PROPOSED,
  /** An offer that was made. */
  PRESENTED,
  /** An offer that was accepted. */
  ACCEPTED,
  /** An offer that was declined. */
  DECLINED
}
