package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** All customers of a world, each made from the seed and their number when they are asked for. */
final class People {
  /** Area codes; numbers in 555 are kept for fiction. */
  private static final int[] AREAS = {
    201, 212, 213, 301, 303, 305, 312, 313, 404, 407, 412, 415, 503, 512, 602, 612, 617, 702, 713,
    801
  };

  private static final int NUMBERS_PER_AREA = 10_000;

  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1938, 1, 1);
  private static final int DAYS_OF_BIRTHDAYS = 70 * 365;
  private static final double BIRTHDAY_KNOWN = 0.85;
  private static final double VIP_RANK = 0.98;
  private static final double OPTED_OUT = 0.03;
  private static final double NOT_TO_BE_CALLED = 0.05;

  private final long seed;
  private final Company company;

  People(long seed, Company company) {
    this.seed = seed;
    this.company = company;
  }

  Person person(int number) {
    var chance = Chance.of(seed, 1, number);
    var first = chance.oneOf(company.firstNames());
    var last = chance.oneOf(company.lastNames());
    var household = 1 + chance.count(1.4);
    var email = "%s.%s.%d@mail.example".formatted(first, last, number + 1).toLowerCase(Locale.ROOT);
    return new Person(
        "C%06d".formatted(number + 1),
        first + " " + last,
        phone(AREAS, number),
        email,
        "browser-%06d".formatted(number + 1),
        chance.holds(0.6),
        chance.byShare(company.segments()),
        household,
        chance.even(),
        0.5 + chance.even());
  }

  /** A number whose owner isn't known to the company. */
  static String strangersPhone(int number) {
    return phone(new int[] {901, 914, 925, 937, 949, 951, 970, 972}, number);
  }

  /** The number of the customer whose phone it would be; -1 where it can be nobody's. */
  static int ownerOf(String phone) {
    for (int i = 0; i < AREAS.length; i++) {
      var before = "+1%03d555".formatted(AREAS[i]);
      if (phone.startsWith(before)) {
        return i * NUMBERS_PER_AREA + Integer.parseInt(phone.substring(before.length()));
      }
    }
    return -1;
  }

  private static String phone(int[] areas, int number) {
    var area = areas[number / NUMBERS_PER_AREA % areas.length];
    return "+1%03d555%04d".formatted(area, number % NUMBERS_PER_AREA);
  }

  /** What a customer wants to be spared. */
  record Consent(boolean marketingOptOut, boolean doNotCall) {
    boolean allows(String channel) {
      return !marketingOptOut && !(doNotCall && channel.equals("CALL"));
    }
  }

  Consent consent(int number) {
    var chance = Chance.of(seed, 9, number);
    return new Consent(chance.holds(OPTED_OUT), chance.holds(NOT_TO_BE_CALLED));
  }

  /** What the company has on file since the given time. */
  Customer onFile(int number, Instant since) {
    var person = person(number);
    var consent = consent(number);
    var chance = Chance.of(seed, 8, number);
    var born = FIRST_BIRTHDAY.plusDays(chance.below(DAYS_OF_BIRTHDAYS));
    return Customer.newBuilder()
        .setCustomerId(person.customerId())
        .setName(person.name())
        .setPhones(List.of(person.phone()))
        .setEmails(List.of(person.email()))
        .setVisitorIds(person.known() ? List.of(person.visitorId()) : List.of())
        .setSegment(person.segment())
        .setLanguage("en")
        .setBirthday(chance.holds(BIRTHDAY_KNOWN) ? born : null)
        .setTags(person.rank() > VIP_RANK ? List.of("vip") : List.of())
        .setMarketingOptOut(consent.marketingOptOut())
        .setDoNotCall(consent.doNotCall())
        .setUpdatedAt(since)
        .build();
  }
}
