package io.campaignpulse.events;

import java.util.Map;

/** The other words by which people name a type of response: the event's name, or the figure's. */
final class ResponseTypes {
  private static final Map<String, String> SAME =
      Map.of(
          "CALLS", "CALL",
          "WEB_VISIT", "VISIT",
          "WEBVISIT", "VISIT",
          "VISITS", "VISIT",
          "SALE", "ORDER",
          "SALES", "ORDER",
          "ORDERS", "ORDER",
          "INTERACTION", "OTHER");

  private ResponseTypes() {}

  static String canonical(String word) {
    return SAME.getOrDefault(word, word);
  }
}
