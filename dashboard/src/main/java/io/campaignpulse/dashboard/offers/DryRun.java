package io.campaignpulse.dashboard.offers;

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
import java.util.regex.Pattern;

/** Says for whom an eligibility rule would have held in the last day. */
public final class DryRun {
  static final String FIELD = "eligibility";
  private static final int LONGEST_RULE = 4_000;
  private static final Duration DAY = Duration.ofDays(1);
  private static final long MOST = 100_000;
  private static final Duration WITHIN = Duration.ofSeconds(5);

  /** What decisions do not keep, so that it can't be tried again. */
  private static final Pattern OF_THE_MOMENT = Pattern.compile("\\b(about|viewed)\\b");

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
    var text = text(body);
    var rule = text.isBlank() ? null : rule(text);
    var now = EventTime.now(figures.arrivals(), clock.instant());
    var from = now.minus(DAY);
    var tally = new DryRunTally(rule, from.toEpochMilli());
    var whole = log.read(new Extent(from, MOST, WITHIN), tally);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("moments", tally.moments()).put("fired", tally.fired());
    json.put("customers", tally.customers());
    tally.writeExamples(json.putArray("examples"));
    json.put("asOf", now.toString()).put("truncated", !whole);
    return json.put("withoutMoment", OF_THE_MOMENT.matcher(text).find());
  }

  private static String text(byte[] body) throws MalformedBodyException {
    var given = BodyReader.readOne(body).path(FIELD);
    if (!given.isTextual()) {
      throw new InvalidQueryException(FIELD, "is missing: the rule, as a text");
    }
    if (given.asText().length() > LONGEST_RULE) {
      throw new InvalidQueryException(FIELD, "is longer than " + LONGEST_RULE + " characters");
    }
    return given.asText();
  }

  private static OfferRule rule(String text) {
    try {
      return OfferRule.of(text);
    } catch (InvalidRuleException e) {
      throw new InvalidQueryException(FIELD, e.getMessage());
    }
  }
}
