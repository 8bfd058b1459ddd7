package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the API must answer for a recounted campaign that contacts people by name. */
final class Shown {
  private static final List<Figure> COUNTS =
      List.of(
          Figure.CONTACTS,
          Figure.CONTACTED,
          Figure.BOUNCED,
          Figure.OPENED,
          Figure.CLICKED,
          Figure.UNSUBSCRIBED,
          Figure.RESPONDERS,
          Figure.DIRECT_RESPONDERS,
          Figure.PASS_ALONG_RESPONDERS,
          Figure.CALLS,
          Figure.VISITS,
          Figure.ORDERS,
          Figure.OTHER,
          Figure.CONVERTERS);
  private static final long MINUTES_AN_HOUR = 60;

  private Shown() {}

  static void assertAnswers(Http http, RecountedCampaign campaign) throws Exception {
    var path = "campaigns/" + campaign.campaignId();
    var metrics = http.get(path + "/metrics");
    assertShows(metrics.path("totals"), campaign.totals());
    assertRows(metrics.path("byChannel"), campaign.byChannel());
    assertRows(metrics.path("byVariant"), campaign.byVariant());
    assertRows(metrics.path("bySegment"), campaign.bySegment());
    assertHours(http.get(path + "/series?step=PT1H"), campaign.minutes());
    assertDay(http, path, campaign.minutes());
  }

  /** A row may stand there that has figures of lift only. */
  private static void assertRows(JsonNode rows, Map<String, Tally> tallies) {
    tallies.forEach((key, tally) -> assertShows(rows.path(key), tally));
    rows.fieldNames()
        .forEachRemaining(
            key -> assertShows(rows.path(key), tallies.getOrDefault(key, new Tally())));
  }

  private static void assertHours(JsonNode series, Map<Long, Tally> minutes) {
    var hours = new TreeMap<Instant, Tally>();
    var first = Instant.parse(series.path("from").asText()).getEpochSecond() / 60;
    minutes.forEach(
        (minute, tally) -> {
          var start = first + (minute - first) / MINUTES_AN_HOUR * MINUTES_AN_HOUR;
          hours.computeIfAbsent(instant(start), at -> new Tally()).add(tally);
        });
    assertPoints(series, hours);
  }

  /** The day in the middle, minute by minute, and all before it. */
  private static void assertDay(Http http, String path, Map<Long, Tally> minutes) throws Exception {
    var sorted = new TreeMap<>(minutes);
    var from = (sorted.firstKey() + sorted.lastKey()) / 2;
    var to = from + Duration.ofDays(1).toMinutes();
    var series = http.get(path + "/series?step=PT1M&from=" + instant(from) + "&to=" + instant(to));
    var before = new Tally();
    sorted.headMap(from).values().forEach(before::add);
    assertShows(series.path("before"), before);
    var points = new TreeMap<Instant, Tally>();
    sorted.subMap(from, to).forEach((minute, tally) -> points.put(instant(minute), tally));
    assertPoints(series, points);
  }

  private static void assertPoints(JsonNode series, Map<Instant, Tally> expected) {
    var points = new TreeMap<Instant, JsonNode>();
    series.path("points").forEach(p -> points.put(Instant.parse(p.path("at").asText()), p));
    expected.values().removeIf(Tally::zero);
    assertThat(points.keySet()).isEqualTo(expected.keySet());
    expected.forEach((at, tally) -> assertShows(points.get(at), tally));
  }

  private static void assertShows(JsonNode shown, Tally tally) {
    var expected = expected(tally);
    var found = JsonNodeFactory.instance.objectNode();
    expected.fieldNames().forEachRemaining(name -> found.set(name, plain(shown.get(name))));
    assertThat(found).hasToString(expected.toString());
  }

  private static JsonNode plain(JsonNode value) {
    return value.isBigDecimal() ? DoubleNode.valueOf(value.doubleValue()) : value;
  }

  private static ObjectNode expected(Tally tally) {
    var expected = JsonNodeFactory.instance.objectNode();
    COUNTS.forEach(figure -> expected.put(figure.jsonName(), tally.get(figure)));
    var contacted = tally.get(Figure.CONTACTED);
    rate(expected, "responseRate", tally.get(Figure.RESPONDERS), contacted);
    rate(expected, "conversionRate", tally.get(Figure.CONTACTED_CONVERTERS), contacted);
    var cents = tally.get(Figure.REVENUE);
    return expected.put("revenue", BigDecimal.valueOf(cents, 2).toPlainString());
  }

  /** A share of the contacted; no number at all while there are none. */
  private static void rate(ObjectNode expected, String name, long part, long contacted) {
    if (contacted == 0) {
      expected.putNull(name);
    } else {
      expected.put(name, Math.min(1.0, (double) part / contacted));
    }
  }

  private static Instant instant(long minute) {
    return Instant.ofEpochSecond(minute * 60);
  }
}
