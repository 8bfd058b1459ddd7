package io.campaignpulse.standalone.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.campaignpulse.events.Money;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a system answers of a load's campaigns, held against the recount, figure by figure. */
final class Answers {
  private static final List<Figure> COUNTS =
      List.of(
          Figure.CONTACTS,
          Figure.CONTACTED,
          Figure.RESPONDERS,
          Figure.DIRECT_RESPONDERS,
          Figure.PASS_ALONG_RESPONDERS,
          Figure.CALLS,
          Figure.VISITS,
          Figure.ORDERS,
          Figure.CONVERTERS);
  private static final long SECONDS_A_MINUTE = 60;

  private final Rest rest;
  private final Currency currency;

  Answers(Rest rest, Currency currency) {
    this.rest = rest;
    this.currency = currency;
  }

  /** Each difference in words; none if every figure is as recounted. */
  List<String> differences(Collection<RecountedCampaign> expected, Instant from, Instant to) {
    var all = new ArrayList<String>();
    for (var campaign : expected) {
      var path = "campaigns/" + campaign.campaignId();
      var metrics = rest.get(path + "/metrics");
      compare(all, campaign.campaignId() + " totals", metrics.path("totals"), campaign.totals());
      rows(all, campaign.campaignId() + " byChannel", metrics, campaign.byChannel());
      rows(all, campaign.campaignId() + " byVariant", metrics, campaign.byVariant());
      rows(all, campaign.campaignId() + " bySegment", metrics, campaign.bySegment());
      var series = rest.get(path + "/series?step=PT1M&from=" + from + "&to=" + to);
      minutes(all, campaign.campaignId(), series.path("points"), campaign.minutes());
    }
    return all;
  }

  private void rows(List<String> all, String place, JsonNode metrics, Map<String, Tally> tallies) {
    var rows = metrics.path(place.substring(place.indexOf(' ') + 1));
    var keys = new TreeSet<>(tallies.keySet());
    rows.fieldNames().forEachRemaining(keys::add);
    keys.forEach(
        key ->
            compare(
                all, place + " " + key, rows.path(key), tallies.getOrDefault(key, new Tally())));
  }

  private void minutes(
      List<String> all, String campaignId, JsonNode points, Map<Long, Tally> tallies) {
    var shown = new TreeMap<Long, JsonNode>();
    points.forEach(point -> shown.put(minute(point), point));
    var minutes = new TreeSet<>(tallies.keySet());
    minutes.addAll(shown.keySet());
    for (var minute : minutes) {
      var point = shown.getOrDefault(minute, MissingNode.getInstance());
      var place = campaignId + " minute " + Instant.ofEpochSecond(minute * SECONDS_A_MINUTE);
      compare(all, place, point, tallies.getOrDefault(minute, new Tally()));
    }
  }

  private static long minute(JsonNode point) {
    return Instant.parse(point.path("at").asText()).getEpochSecond() / SECONDS_A_MINUTE;
  }

  private void compare(List<String> all, String place, JsonNode shown, Tally expected) {
    for (var figure : COUNTS) {
      compare(all, place, figure, shown.path(figure.jsonName()).asLong(), expected.get(figure));
    }
    var revenue = Money.toMinor(new BigDecimal(shown.path("revenue").asText("0")), currency);
    compare(all, place, Figure.REVENUE, revenue, expected.get(Figure.REVENUE));
  }

  private static void compare(
      List<String> all, String place, Figure figure, long shown, long expected) {
    if (shown != expected) {
      all.add("%s %s: %d and not %d".formatted(place, figure.jsonName(), shown, expected));
    }
  }
}
