package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.CustomerRef;

/**
 * How whoever acts shows up on each channel.
 *
 * @param onTheWeb at the beginning of a visit: often only a browser
 * @param loggedIn once they say who they are; null for those who have no account
 */
record Party(
    CustomerRef onThePhone,
    CustomerRef onTheWeb,
    CustomerRef loggedIn,
    CustomerRef byMail,
    double value) {

  /**
   * A customer. Some are logged in all along; some use a browser that nobody knows as theirs yet.
   */
  static Party of(Person person, Story story) {
    var ownBrowser = story.chance().holds(0.7);
    var visitor = ownBrowser ? person.visitorId() : "browser-" + story.id();
    var loggedIn = person.loggedIn(visitor);
    var anonymous = CustomerRef.newBuilder().setVisitorId(visitor).build();
    return new Party(
        person.byPhone(),
        story.chance().holds(0.4) ? loggedIn : anonymous,
        loggedIn,
        person.byEmail(),
        person.value());
  }

  /** Somebody whom the company doesn't know. */
  static Party stranger(Story story) {
    return new Party(
        CustomerRef.newBuilder()
            .setPhone(People.strangersPhone(story.chance().below(80_000)))
            .build(),
        CustomerRef.newBuilder().setVisitorId("browser-" + story.id()).build(),
        null,
        CustomerRef.newBuilder().setEmail("guest-" + story.id() + "@mail.example").build(),
        0.8);
  }

  CustomerRef atCheckout() {
    return loggedIn != null ? loggedIn : byMail;
  }
}
