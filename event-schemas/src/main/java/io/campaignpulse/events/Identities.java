package io.campaignpulse.events;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.campaignpulse.events.avro.CustomerRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The identities by which channels know a customer, in the one form in which they are compared. */
public final class Identities {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)*");
  private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9A-Z+*#]");

  private static final List<String> KINDS = List.of("phone:", "email:", "visitor:");

  /** Numbers as dialled and in one form: a company has few, and most calls go to them. */
  private static final LoadingCache<String, String> DIALLED =
      Caffeine.newBuilder().maximumSize(10_000).build(Identities::readDialled);

  private Identities() {}

  /**
   * The phone number as E.164.
   *
   * @throws IllegalArgumentException if it is no possible international number
   */
  public static String phone(String given) {
    try {
      var number = PHONES.parse(given.replaceFirst("^\\s*00", "+"), null);
      if (PHONES.isPossibleNumber(number)) {
        return PHONES.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException e) {
      // said below, in the caller's words
    }
    throw new IllegalArgumentException(
        "\"" + given + "\" is not an international phone number such as +4930901820");
  }

  /**
   * A dialled number: E.164 where it is one, else its digits, as for short and internal numbers.
   */
  public static String dialled(String given) {
    return DIALLED.get(given);
  }

  private static String readDialled(String given) {
    try {
      return phone(given);
    } catch (IllegalArgumentException e) {
      return NOT_DIALLED.matcher(given.toUpperCase(Locale.ROOT)).replaceAll("");
    }
  }

  /**
   * The e-mail address trimmed and in lower case.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String email(String given) {
    var trimmed = given.trim().toLowerCase(Locale.ROOT);
    if (EMAIL.matcher(trimmed).matches()) {
      return trimmed;
    }
    throw new IllegalArgumentException("\"" + given + "\" is not an e-mail address");
  }

  /** The identities beside the customer id, best known first, each prefixed with its kind. */
  public static Map<String, String> lookups(CustomerRef ref) {
    var found = new LinkedHashMap<String, String>();
    put(found, "phone", ref.getPhone());
    put(found, "email", ref.getEmail());
    put(found, "visitor", ref.getVisitorId());
    return found;
  }

  private static void put(Map<String, String> found, String kind, String value) {
    if (value != null) {
      found.put(kind, key(kind, value));
    }
  }

  /** The key of one identity, which also names the anonymous customer behind it. */
  public static String key(String kind, String value) {
    return kind + ":" + value;
  }

  /** Whether a customer is anonymous: named after the identity they are known by. */
  public static boolean namesNobody(String customer) {
    return KINDS.stream().anyMatch(customer::startsWith);
  }

  /** Whether a customer is anonymous and known by nothing but a browser. */
  public static boolean namesVisitor(String customer) {
    return customer.startsWith("visitor:");
  }

  /** The record key of an event: the customer, or the best known identity. */
  public static String recordKey(CustomerRef ref) {
    if (ref.getCustomerId() != null) {
      return ref.getCustomerId();
    }
    return lookups(ref).values().iterator().next();
  }
}
