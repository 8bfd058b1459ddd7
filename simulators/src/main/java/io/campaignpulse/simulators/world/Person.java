package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.CustomerRef;

/**
 * A customer of the company.
 *
 * @param visitorId the browser they mostly use
 * @param known whether the company already knows that browser as theirs
 * @param household how many live there
 * @param rank where they stand among all in how much they tend to buy, even over 0 to 1
 * @param propensity how readily they respond, with a mean of 1
 */
record Person(
    String customerId,
    String name,
    String phone,
    String email,
    String visitorId,
    boolean known,
    String segment,
    int household,
    double rank,
    double propensity) {

  /** How much they tend to buy, 1 being usual. */
  double value() {
    return StrictMath.exp(rank * 2 - 1) * (0.7 + 0.15 * household);
  }

  CustomerRef byId() {
    return CustomerRef.newBuilder().setCustomerId(customerId).build();
  }

  CustomerRef byPhone() {
    return CustomerRef.newBuilder().setPhone(phone).build();
  }

  CustomerRef byEmail() {
    return CustomerRef.newBuilder().setEmail(email).build();
  }

  CustomerRef loggedIn(String visitor) {
    return CustomerRef.newBuilder().setCustomerId(customerId).setVisitorId(visitor).build();
  }
}
