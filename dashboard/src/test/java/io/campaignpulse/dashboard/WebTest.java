package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.events.Topics;
import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebTest {
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void everyAnswerCarriesTheStrictHeaders() throws Exception {
    for (var path : new String[] {"/", "/api/v1/health", "/api/v1/nothing", "/assets/none.js"}) {
      var answer = served.get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).isNotNull();
    }
  }

  @Test
  void answersProblemsAsProblemDocuments() throws Exception {
    var unknown = served.get("/api/v1/nothing");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(unknown.json().get("status").asInt()).isEqualTo(404);
    var wrongMethod = served.send(HttpRequest.newBuilder(served.uri("/api/v1/events")).DELETE());
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.header("Allow")).contains("POST");
    assertThat(wrongMethod.json().get("title").asText()).isEqualTo("Method Not Allowed");
  }

  @Test
  void aWrongAddressIsToldToAPersonByThePage() throws Exception {
    var person = asks("/nowhere", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(person.status()).isEqualTo(404);
    assertThat(person.header("Content-Type")).startsWith("text/html");
    assertThat(person.response().body()).containsPattern("/assets/[0-9a-f]+/app\\.js");
    for (var other : List.of("/api/v1/nothing", "/assets/nothing.js")) {
      assertThat(asks(other, "text/html").header("Content-Type"))
          .as(other)
          .isEqualTo("application/problem+json");
    }
    assertThat(asks("/nowhere", "application/json").header("Content-Type"))
        .isEqualTo("application/problem+json");
  }

  @Test
  void thePagesOfOffersAreServedAtTheirAddresses() throws Exception {
    for (var path : List.of("/offers", "/offers/new", "/offers/o1/edit", "/affinity")) {
      assertThat(asks(path, "text/html").status()).as(path).isEqualTo(200);
    }
  }

  private Served.Answer asks(String path, String accept) throws Exception {
    return served.send(HttpRequest.newBuilder(served.uri(path)).header("Accept", accept));
  }

  @Test
  void ordersARebuildInTheLogAndSaysSoOnlyWhenItIsDurable() throws Exception {
    assertThat(served.post("/api/v1/rebuild", Served.JSON, "").status()).isEqualTo(202);
    var order = served.log.entries.get(served.log.entries.size() - 1);
    assertThat(order.topic()).isEqualTo(Topics.COMMANDS);
    assertThat(new String(order.value(), StandardCharsets.UTF_8)).isEqualTo("REBUILD");
    assertThat(served.refillsOrdered.get()).isEqualTo(1);
    served.log.refusing = true;
    try {
      assertThat(served.post("/api/v1/rebuild", Served.JSON, "").status()).isEqualTo(503);
    } finally {
      served.log.refusing = false;
    }
  }

  /** An address stands for one content, so nobody needs to ask again whether it is still that. */
  @Test
  void thePageNamesAllItsFilesAndABrowserKeepsThem() throws Exception {
    var page = asks("/", "text/html");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    var named =
        Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
            .matcher(page.response().body())
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(named).hasSizeGreaterThan(100).anyMatch(path -> path.endsWith("/pages/campaign.js"));
    for (var path : named) {
      var file = served.get(path);
      assertThat(file.status()).as(path).isEqualTo(200);
      assertThat(file.header("Cache-Control")).as(path).contains("immutable", "max-age=31536000");
    }
    assertThat(served.get("/assets/none.js").header("Cache-Control")).isNull();
  }

  @Test
  void servesTheWebjars() throws Exception {
    var answer = served.get("/webjars/echarts/5.5.0/echarts.esm.min.js");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("javascript");
    assertThat(answer.header("ETag")).isNotNull();
    var packed =
        served.send(
            HttpRequest.newBuilder(served.uri("/webjars/echarts/5.5.0/echarts.esm.min.js"))
                .header("Accept-Encoding", "gzip"));
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
  }

  @Test
  void servesNothingOutsideItsDirectories() throws Exception {
    for (var path :
        new String[] {
          "/assets/../../log4j2-test.properties",
          "/assets/%2e%2e/%2e%2e/log4j2-test.properties",
          "/assets/..%2f..%2flog4j2-test.properties",
          "/webjars/../../../log4j2-test.properties",
          "/assets/%5c..%5c..%5clog4j2-test.properties"
        }) {
      var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).doesNotContain("200 OK", "rootLogger");
      assertThat(answer).as(path).contains("application/problem+json");
    }
  }

  @Test
  void takesNoForeignHostNameOnLoopback() throws Exception {
    var answer =
        raw("GET /api/v1/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 403");
  }

  @Test
  void takesChangesFromItsOwnPagesOnly() throws Exception {
    assertThat(postFrom("http://evil.example").status()).isEqualTo(403);
    assertThat(postFrom("null").status()).isEqualTo(403);
    assertThat(postFrom("http://127.0.0.1:" + served.port()).status()).isEqualTo(202);
  }

  private static Served.Answer postFrom(String origin) throws Exception {
    return served.send(
        HttpRequest.newBuilder(served.uri("/api/v1/events"))
            .header("Origin", origin)
            .POST(BodyPublishers.ofString("[]")));
  }

  @Test
  void measuresItself() throws Exception {
    served.post("/api/v1/events", Served.JSON, "[1]");
    var text = served.get("/metrics").response().body();
    assertThat(text)
        .contains("pulse_collector_rejected_total 1", "pulse_live_viewers")
        .contains("route=\"/api/v1/events\"");
  }

  @Test
  void saysThatThePortIsTaken() {
    var ports =
        new Ports(
            served.log,
            null,
            served.store.references,
            served.store.figures,
            served.store.customers,
            served.store.customers,
            served.store,
            served.store.affinity,
            served.store.offers,
            served.offerLog,
            () -> {},
            served,
            l -> () -> {},
            Clock.systemUTC());
    assertThatThrownBy(() -> Dashboard.start(Served.settings(served.port()), ports).close())
        .hasRootCauseInstanceOf(BindException.class);
  }

  /** Others send all but the last byte of what one may send, and wait. */
  @Test
  void bodiesThatAreMuchTogetherAreSentAgainLater() throws Exception {
    var sending = new ArrayList<Socket>();
    var large = " ".repeat(1 << 20) + "[]";
    try {
      // One whose last bytes come while the large body is in hand is refused itself: so another
      // one takes its place.
      var refused =
          awaitStatus(503, large, () -> sending.add(allButTheLastByte(Served.BODY_LIMIT)));
      assertThat(refused.header("Retry-After")).isEqualTo("2");
      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(sending).hasSizeGreaterThanOrEqualTo(4);
      for (var socket : sending) {
        socket.close();
      }
      awaitStatus(202, large, () -> true);
    } finally {
      for (var socket : sending) {
        socket.close();
      }
    }
  }

  private static Socket allButTheLastByte(long length) throws IOException {
    var socket = new Socket("127.0.0.1", served.port());
    var head = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n";
    socket.getOutputStream().write(head.formatted(length).getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(new byte[(int) length - 1]);
    socket.getOutputStream().flush();
    return socket;
  }

  private static Served.Answer awaitStatus(int status, String body, Callable<?> before)
      throws Exception {
    var until = System.nanoTime() + 20_000_000_000L;
    while (true) {
      before.call();
      var answer = served.post("/api/v1/events", Served.JSON, body);
      if (answer.status() == status || System.nanoTime() > until) {
        assertThat(answer.status()).isEqualTo(status);
        return answer;
      }
    }
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", served.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
