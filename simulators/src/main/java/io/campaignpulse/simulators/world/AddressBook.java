package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.CustomerRef;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Tells which customer of a world an identity belongs to. */
final class AddressBook {
  private static final Pattern NUMBERED = Pattern.compile("(?:C|browser-)([0-9]{6})");
  private static final Pattern EMAIL = Pattern.compile(".*\\.([0-9]{1,6})@mail\\.example");

  private final int customers;

  AddressBook(int customers) {
    this.customers = customers;
  }

  /** The number of the customer; empty for who is known by nothing that tells. */
  OptionalInt number(CustomerRef who) {
    if (who.getCustomerId() != null) {
      return counted(NUMBERED, who.getCustomerId());
    }
    if (who.getPhone() != null) {
      return within(People.ownerOf(who.getPhone()));
    }
    return who.getEmail() != null
        ? counted(EMAIL, who.getEmail())
        : counted(NUMBERED, who.getVisitorId());
  }

  /** Ids count customers from 1. */
  private OptionalInt counted(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    return match.matches() ? within(Integer.parseInt(match.group(1)) - 1) : OptionalInt.empty();
  }

  private OptionalInt within(int number) {
    return number >= 0 && number < customers ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
