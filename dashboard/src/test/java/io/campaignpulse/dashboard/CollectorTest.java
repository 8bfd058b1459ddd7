package io.campaignpulse.dashboard;

import static io.campaignpulse.dashboard.Served.JSON;
import static io.campaignpulse.dashboard.Served.NDJSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.EventType;
import io.campaignpulse.events.avro.WebVisit;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectorTest {
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @BeforeEach
  void forget() {
    served.log.entries.clear();
    served.log.refusing = false;
  }

  private static String visit(int n) {
    return """
    {"type":"WebVisit","eventId":"v%d","occurredAt":"2026-03-02T11:00:00Z",\
    "customer":{"phone":"+49 30 901820"},"visitId":"s%d","action":"PAGE_VIEW"}"""
        .formatted(n, n);
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(CollectorTest::visit)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void takesAnArrayUnderTheCustomersKey() throws Exception {
    var answer = served.post("/api/v1/events", JSON, "[" + visit(1) + "," + visit(2) + "]");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.response().body()).isEqualTo("{\"accepted\":2,\"rejected\":[]}");
    assertThat(served.log.entries).hasSize(2);
    var entry = served.log.entries.get(0);
    assertThat(entry.topic()).isEqualTo("web-visits");
    assertThat(entry.key()).isEqualTo("phone:+4930901820");
    var event = (WebVisit) EventType.WEB_VISIT.codec().decode(entry.value());
    assertThat(event.getEventId()).isEqualTo("v1");
  }

  @Test
  void takesLinesEvenWhereTheContentTypeSaysArray() throws Exception {
    var answer = served.post("/api/v1/events", JSON, lines(3) + "\n\n");
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(3);
  }

  @Test
  void takesAnArrayEvenWhereTheContentTypeSaysLines() throws Exception {
    var answer = served.post("/api/v1/events", NDJSON, "[" + visit(1) + "]");
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void takesASingleObjectOverManyLines() throws Exception {
    var body = visit(1).replace(",", ",\n");
    for (var says : List.of(JSON, NDJSON)) {
      var answer = served.post("/api/v1/events", says, body);
      assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
    }
  }

  @Test
  void takesLinesEvenWhereTheContentTypeSaysOneObject() throws Exception {
    var answer = served.post("/api/v1/events", JSON, lines(3));
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(3);
  }

  @Test
  void rejectsTheBadOnesByFieldAndTakesTheGoodOnes() throws Exception {
    var body =
        String.join(
            ",",
            visit(0),
            "{\"type\":\"Fax\",\"eventId\":\"x1\"}",
            visit(2).replace("+49 30 901820", "abc"),
            visit(3).replace("\"visitId\":\"s3\",", ""),
            visit(4).replace("\"type\":\"WebVisit\",", ""),
            "7",
            visit(6).replace("\"visitId\"", "\"eventId\":\"twice\",\"visitId\""),
            visit(7));
    var answer = served.post("/api/v1/events", JSON, "[" + body + "]");
    assertThat(answer.status()).isEqualTo(202);
    var json = answer.json();
    assertThat(json.get("accepted").asInt()).isEqualTo(2);
    assertThat(json.get("rejected").findValuesAsText("index"))
        .containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(json.get("rejected").findValuesAsText("eventId"))
        .containsExactly("x1", "v2", "v3", "v4", "null", "null");
    assertThat(json.at("/rejected/0/error").asText()).startsWith("type: \"Fax\" is none of");
    assertThat(json.at("/rejected/1/error").asText()).startsWith("customer.phone: \"abc\"");
    assertThat(json.at("/rejected/2/error").asText()).isEqualTo("visitId: is missing");
    assertThat(json.at("/rejected/2/errors/0/field").asText()).isEqualTo("visitId");
    assertThat(json.at("/rejected/3/error").asText()).startsWith("type: is missing");
    assertThat(json.at("/rejected/4/error").asText()).isEqualTo("not a JSON object");
    assertThat(json.at("/rejected/5/error").asText()).contains("uplicate");
    assertThat(served.log.entries).hasSize(2);
  }

  @Test
  void rejectsATimeThatNobodyCanMeanAndTakesTheOthers() throws Exception {
    var body = visit(0) + "\n" + visit(1).replace("2026-03-02T", "-300000000-03-02T");
    var answer = served.post("/api/v1/events", NDJSON, body);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(answer.json().at("/rejected/0/errors/0/field").asText()).isEqualTo("occurredAt");
  }

  @Test
  void rejectsABadLineByItsNumber() throws Exception {
    var answer =
        served.post("/api/v1/events", NDJSON, visit(0) + "\n\n{\"type\": oops}\r\n" + visit(2));
    assertThat(answer.status()).isEqualTo(202);
    var json = answer.json();
    assertThat(json.get("accepted").asInt()).isEqualTo(2);
    assertThat(json.at("/rejected/0/index").asInt()).isEqualTo(1);
    assertThat(json.at("/rejected/0/line").asInt()).isEqualTo(3);
    assertThat(json.at("/rejected/0/error").asText()).contains("line 3");
  }

  @Test
  void refusesABrokenArrayWithTheLine() throws Exception {
    var answer = served.post("/api/v1/events", JSON, "[" + visit(0) + ",\n" + visit(1) + "\n{]");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("detail").asText()).contains("line 3, column 1");
    assertThat(served.log.entries).isEmpty();
  }

  @Test
  void refusesACutOffArrayAndOneWithATail() throws Exception {
    assertThat(served.post("/api/v1/events", JSON, "[" + visit(0)).status()).isEqualTo(400);
    assertThat(served.post("/api/v1/events", JSON, "[] []").status()).isEqualTo(400);
    assertThat(served.post("/api/v1/events", JSON, "").status()).isEqualTo(400);
    assertThat(served.post("/api/v1/events", JSON, "{oops").status()).isEqualTo(400);
  }

  private Served.Answer post(String type, byte[] body) throws Exception {
    return served.send(
        HttpRequest.newBuilder(served.uri("/api/v1/events"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Four bytes before a brace, by which a reader takes what follows for another encoding. */
  private static byte[] ofNoCharacter(String then) {
    return ("\0\0\0{\1\1\1\1" + then).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void refusesBytesOfNoCharacterAsMalformed() throws Exception {
    assertThat(post(JSON, ofNoCharacter("")).status()).isEqualTo(400);
    assertThat(post(JSON, "[\0\0\0\1\1\1\1".getBytes(StandardCharsets.ISO_8859_1)).status())
        .isEqualTo(400);
    var lines = post(NDJSON, ofNoCharacter("\n" + visit(1)));
    assertThat(lines.status()).isEqualTo(202);
    assertThat(lines.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(lines.json().at("/rejected/0/error").asText())
        .startsWith("malformed JSON at line 1");
    var put =
        served.send(
            HttpRequest.newBuilder(served.uri("/api/v1/products/p"))
                .PUT(BodyPublishers.ofByteArray(ofNoCharacter(""))));
    assertThat(put.status()).isEqualTo(400);
  }

  @Test
  void passesOverAMarkOfUtf8() throws Exception {
    for (var body : List.of("[" + visit(1) + "]", visit(1), visit(1) + "\n")) {
      for (var type : List.of(JSON, NDJSON)) {
        var answer = served.post("/api/v1/events", type, "\ufeff" + body);
        assertThat(answer.json().get("accepted").asInt()).as(type + body).isEqualTo(1);
      }
    }
    assertThat(served.put("/api/v1/products/p", "\ufeff{\"name\": \"P\"}").status()).isEqualTo(200);
    assertThat(served.post("/api/v1/events", JSON, "\ufeff").status()).isEqualTo(400);
  }

  @Test
  void takesTenThousandEvents() throws Exception {
    var answer = served.post("/api/v1/events", NDJSON, lines(10_000));
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(10_000);
    assertThat(served.log.entries).hasSize(10_000);
  }

  @Test
  void refusesABodyOverTheLimitWithAndWithoutAnAnnouncedLength() throws Exception {
    var large = " ".repeat((int) Served.BODY_LIMIT + 1);
    assertThat(served.post("/api/v1/events", JSON, large).status()).isEqualTo(413);
    var chunked =
        served.send(
            HttpRequest.newBuilder(served.uri("/api/v1/events"))
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes()))));
    assertThat(chunked.status()).isEqualTo(413);
    assertThat(chunked.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void neverSaysAcceptedWhatTheLogDidNotConfirm() throws Exception {
    served.log.refusing = true;
    var answer = served.post("/api/v1/events", NDJSON, visit(1));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotNull();
    assertThat(answer.json().get("detail").asText()).contains("eventId");
  }
}
