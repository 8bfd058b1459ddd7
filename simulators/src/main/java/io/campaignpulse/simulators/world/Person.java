package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.CustomerRef;

/**
 * A customer of the company.
 *
 * @param visitorId the browser they mostly use
 * @param known whether the company already knows that browser as theirs
 * @param household how many live there
 * @param value how much they tend to buy, 1 being usual
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
    double value,
    double propensity) {

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
