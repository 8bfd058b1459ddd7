package io.campaignpulse.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final String ROW = "{\"calls\":2,\"revenue\":\"10.50\"}";
  private static final String METRICS =
      "{\"totals\":%1$s,\"byChannel\":{\"EMAIL\":%1$s},\"byVariant\":{\"A\":%1$s},\"bySegment\":{}}"
          .formatted(ROW);
  private static final String SERIES =
      "{\"points\":[{\"at\":\"2026-03-02T10:00:00Z\",\"calls\":2,\"revenue\":\"10.50\"}]}";

  private final Map<String, String> answers = new TreeMap<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = answers.get(exchange.getRequestURI().getPath().replaceAll(".*/", ""));
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    answers.put("metrics", METRICS);
    answers.put("series", SERIES);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private List<String> differences(long calls) {
    var tally = new Tally().add(Figure.CALLS, calls).add(Figure.REVENUE, 1050);
    var minute = AT.getEpochSecond() / 60;
    var recounted =
        new RecountedCampaign(
            "c",
            tally,
            Map.of("EMAIL", tally),
            Map.of("A", tally),
            Map.of(),
            Map.of(minute, tally));
    var rest = new Rest(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    return new Answers(rest, Currency.getInstance("USD")).differences(List.of(recounted), AT, AT);
  }

  @Test
  void whatIsShownAsRecountedIsNoDifference() {
    assertThat(differences(2)).isEmpty();
  }

  @Test
  void namesEachFigureThatDiffers() {
    assertThat(differences(3))
        .containsExactly(
            "c totals calls: 2 and not 3",
            "c byChannel EMAIL calls: 2 and not 3",
            "c byVariant A calls: 2 and not 3",
            "c minute 2026-03-02T10:00:00Z calls: 2 and not 3");
  }

  @Test
  void aRowThatNobodyExpectsIsADifference() {
    answers.put(
        "metrics", METRICS.replace("\"bySegment\":{}", "\"bySegment\":{\"X\":" + ROW + "}"));
    assertThat(differences(2))
        .containsExactly(
            "c bySegment X calls: 2 and not 0", "c bySegment X revenueMinor: 1050 and not 0");
  }

  @Test
  void aMinuteThatIsMissingIsADifference() {
    answers.put("series", "{\"points\":[]}");
    assertThat(differences(2))
        .containsExactly(
            "c minute 2026-03-02T10:00:00Z calls: 0 and not 2",
            "c minute 2026-03-02T10:00:00Z revenueMinor: 0 and not 1050");
  }
}
