package io.campaignpulse.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayingTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final String VISITS =
      """
      sources:
        - file: visits.csv
          type: WebVisit
          fields:
            {occurredAt: "{at | time}", customer: {customerId: "{who}"}, visitId: x, action: LOGIN}
      """;

  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Stages stages = new Stages(new PrintStream(out, true), false);

  @Test
  void tellsHowManyWereRefusedAndWhy() throws Exception {
    var replay =
        Replaying.of(
            request(VISITS, "who,at\nC1,2026-03-01T10:00:00Z\nC2,2026-03-01T11:00:00Z\n"), USD);
    var answer =
        "{\"accepted\":1,\"rejected\":[{\"index\":1,\"eventId\":\"e2\",\"error\":\"too old\"}]}";

    var system = answering(answer);
    try {
      var refused =
          replay.sendTo(URI.create("http://127.0.0.1:" + system.getAddress().getPort()), stages);

      assertThat(refused).isEqualTo(1);
      assertThat(out.toString()).contains("1 were refused", "refused: e2: too old");
    } finally {
      system.stop(0);
    }
  }

  @Test
  void namesTheRowsThatCannotBeRead() throws IOException {
    var request = request(VISITS, "who,at\nC1,yesterday\n");

    assertThatThrownBy(() -> Replaying.of(request, USD))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("visits.csv line 2");
  }

  @Test
  void saysWhatIsWrongWithAMapping() throws IOException {
    var request = request(VISITS.replace("type:", "kind:"), "who,at\n");

    assertThatThrownBy(() -> Replaying.of(request, USD))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("unknown kind");
  }

  private ReplayRequest request(String mapping, String visits) throws IOException {
    var file = Files.writeString(directory.resolve("visits.csv"), visits);
    var data =
        new DataSet(
            Optional.empty(),
            Optional.of(Files.writeString(directory.resolve("m.yaml"), mapping)),
            List.of(file));
    return new ReplayRequest(data, OptionalDouble.empty(), ReplayRequest.At.ORIGINAL);
  }

  private static HttpServer answering(String answer) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }
}
