package io.campaignpulse.customer;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.serving.ViewWrite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells which opportunities each buyer is behind, where a look at all finds others than the one
 * before. In memory stands a hash of these, some 60 bytes for each who is behind any; it is not
 * kept over a restart, so that the first look tells of every buyer.
 */
final class Behind {
  private Map<String, Integer> told = new HashMap<>();
  private Map<String, Integer> found = new HashMap<>();
  private boolean again = true;
  private boolean tellsOfAll;

  /** The next look tells of every buyer. */
  void again() {
    again = true;
  }

  /** Whether that is still to come. */
  boolean toTellAgain() {
    return again;
  }

  /** A look begins. */
  void begin() {
    tellsOfAll = again;
    again = false;
  }

  /**
   * A buyer was looked at.
   *
   * @param names of opportunities, in the same order each time
   */
  void look(String customer, List<String> names, Consumer<ViewWrite> out) {
    var before = told.remove(customer);
    var now = names.isEmpty() ? null : names.hashCode();
    if (now != null) {
      found.put(customer, now);
    }
    if (tellsOfAll || (now == null ? before != null : !now.equals(before))) {
      out.accept(view(customer, names));
    }
  }

  private static ViewWrite view(String customer, List<String> names) {
    var key = RedisKeys.customer(customer);
    return names.isEmpty()
        ? ViewWrite.gone(key, RedisKeys.CUSTOMER_OPPORTUNITIES)
        : ViewWrite.of(key, RedisKeys.CUSTOMER_OPPORTUNITIES, names, null, null);
  }

  /** The look is over: who was not seen is no buyer any more. */
  void end(Consumer<ViewWrite> out) {
    told.keySet().forEach(customer -> out.accept(view(customer, List.of())));
    told = found;
    found = new HashMap<>();
  }
}
