package io.campaignpulse.dashboard.offers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.collect.BodyReader;
import io.campaignpulse.dashboard.collect.MalformedBodyException;
import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.OfferLog;
import io.campaignpulse.dashboard.ports.OfferLog.Extent;
import io.campaignpulse.events.offers.InvalidRuleException;
import io.campaignpulse.events.offers.OfferRule;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says for whom an eligibility rule would have held in the last day. */
public final class DryRun {
  static final String FIELD = "eligibility";
  private static final int LONGEST_RULE = 4_000;
  private static final Duration DAY = Duration.ofDays(1);
  private static final long MOST = 100_000;
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final OfferLog log;
  private final FigureStore figures;
  private final Clock clock;

  public DryRun(OfferLog log, FigureStore figures, Clock clock) {
    this.log = log;
    this.figures = figures;
    this.clock = clock;
  }

  /** Tries the rule of the body; nothing is changed by asking. */
  public ObjectNode of(byte[] body) throws MalformedBodyException {
    var given = BodyReader.readOne(body);
    var text = text(given);
    var rule = text.isBlank() ? null : rule(text);
    var now = EventTime.now(figures.arrivals(), clock.instant());
    var from = now.minus(DAY);
    var tally = new DryRunTally(rule, offered(given), from.toEpochMilli());
    var whole = log.read(new Extent(from, MOST, WITHIN), tally);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("moments", tally.moments()).put("fired", tally.fired());
    json.put("customers", tally.customers());
    tally.writeExamples(json.putArray("examples"));
    return json.put("asOf", now.toString()).put("truncated", !whole);
  }

  private static String text(JsonNode body) {
    var given = body.path(FIELD);
    if (!given.isTextual()) {
      throw new InvalidQueryException(FIELD, "is missing: the rule, as a text");
    }
    if (given.asText().length() > LONGEST_RULE) {
      throw new InvalidQueryException(FIELD, "is longer than " + LONGEST_RULE + " characters");
    }
    return given.asText();
  }

  /** The product and the category that would be offered, as far as the body says. */
  private static List<String> offered(JsonNode body) {
    var offered = new ArrayList<String>();
    for (var field : List.of("productId", "category")) {
      var given = body.path(field);
      if (given.isTextual()) {
        offered.add(given.asText());
      } else if (!given.isMissingNode() && !given.isNull()) {
        throw new InvalidQueryException(field, given + " is not a text");
      }
    }
    return offered;
  }

  private static OfferRule rule(String text) {
    try {
      return OfferRule.of(text);
    } catch (InvalidRuleException e) {
      throw new InvalidQueryException(FIELD, e.getMessage());
    }
  }
}
