package io.campaignpulse.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.WebVisit;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.simulators.recount.Recount;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What can't be counted is kept apart with a reason, and costs nothing else. */
@TestMethodOrder(OrderAnnotation.class)
class DeadLetterIT {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private static final Duration LATENESS = Duration.ofSeconds(1);

  @TempDir static Path data;
  private static LocalPulse local;
  private static Pulse pulse;

  private static final List<WebVisit> GOOD = new ArrayList<>();
  private static final Map<String, Refused> REFUSED = new LinkedHashMap<>();

  @BeforeAll
  static void start() throws Exception {
    local = LocalPulse.start(data, LATENESS);
    pulse = local.pulse();
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  @Order(1)
  void whatCannotBeReadIsKeptWithItsReasonAndTheRestCounts() throws Exception {
    pulse.client().put(ReferenceKind.CAMPAIGNS, campaign());
    for (var refused : Refused.all()) {
      send(Refused.visit("good-" + GOOD.size(), NOW));
      REFUSED.put(refused.sendTo(pulse.kafka()), refused);
    }
    send(Refused.visit("last", NOW));

    assertServesTheGoodOnes();
    Await.until(
        Pulse.PATIENCE, () -> pulse.kafka().read(Topics.DEAD_LETTERS).size() >= REFUSED.size());
    var kept = new TreeSet<String>();
    for (var letter : pulse.kafka().read(Topics.DEAD_LETTERS)) {
      kept.add(letter.key());
      assertKept(letter, REFUSED.get(letter.key()));
    }
    assertThat(kept).isEqualTo(REFUSED.keySet());
  }

  private static void assertKept(ConsumerRecord<String, byte[]> letter, Refused refused) {
    assertThat(letter.value()).isEqualTo(refused.value());
    assertThat(header(letter, Topics.HEADER_REASON)).contains(refused.reason());
    var from =
        List.of(Topics.HEADER_TOPIC, Topics.HEADER_PARTITION, Topics.HEADER_OFFSET).stream()
            .map(name -> header(letter, name))
            .toList();
    assertThat(String.join("-", from)).isEqualTo(letter.key());
  }

  @Test
  @Order(2)
  void peopleSeeHowManyThereAreAndWhy() throws Exception {
    assertThat(pulse.http().get("health").path("deadLetters").asInt()).isEqualTo(REFUSED.size());
    var page = pulse.http().get("dead-letters?limit=100");
    assertThat(page.path("total").asInt()).isEqualTo(REFUSED.size());
    assertThat(page.path("items")).hasSize(REFUSED.size());
    for (var item : page.path("items")) {
      var refused = REFUSED.get(item.path("id").asText());
      assertThat(item.path("topic").asText()).isEqualTo(refused.topic());
      assertThat(item.path("reason").asText()).contains(refused.reason());
    }
  }

  @Test
  @Order(3)
  void whatIsStillWrongIsRefusedAgainAndWhatIsRightByNowCounts() throws Exception {
    for (var id : REFUSED.keySet()) {
      var answer = pulse.http().post("dead-letters/" + id + "/replay");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    }
    assertThat(pulse.http().post("dead-letters/calls-0-4711/replay").statusCode()).isEqualTo(404);

    var early = Refused.visit("by-a-wrong-clock", NOW);
    var id = Refused.fromAWrongClock(early).sendTo(pulse.kafka());
    Await.until(Pulse.PATIENCE, () -> deadLetters() == REFUSED.size() + 1);
    assertServesTheGoodOnes();
    assertThat(pulse.http().post("dead-letters/" + id + "/replay").statusCode()).isEqualTo(202);
    GOOD.add(early);
    assertServesTheGoodOnes();

    var all = Json.MAPPER.readTree(pulse.http().post("dead-letters/replay").body());
    assertThat(all.path("accepted").asInt()).isEqualTo(1);
    assertThat(all.path("rejected")).hasSize(REFUSED.size());
    assertServesTheGoodOnes();
  }

  /**
   * The watermark takes its time, so old events count until it has passed them. They are of a
   * customer, and so on a partition, whose event time is NOW.
   */
  @Test
  @Order(4)
  void whatComesTooLateIsCountedAndKeptApart() throws Exception {
    var sent = new ArrayList<WebVisit>();
    var old = NOW.minus(Duration.ofDays(1));
    Await.until(
        Pulse.PATIENCE,
        () -> {
          var event = Refused.visit("old-" + sent.size(), old);
          event.setCustomer(GOOD.get(0).getCustomer());
          sent.add(event);
          pulse.client().events(sent.subList(sent.size() - 1, sent.size()));
          return lateEvents() > 0;
        });
    Await.until(Pulse.PATIENCE, () -> visits() + lateEvents() == GOOD.size() + sent.size());

    Await.until(Pulse.PATIENCE, () -> keptAsLate().size() == lateEvents());
    var late = keptAsLate();
    assertThat(late).contains("old-" + (sent.size() - 1));
    sent.stream().filter(event -> !late.contains(event.getEventId())).forEach(GOOD::add);
    assertServesTheGoodOnes();

    send(Refused.visit("in-time", Instant.now()));
    assertServesTheGoodOnes();
  }

  private static Set<String> keptAsLate() {
    return pulse.kafka().read(Topics.LATE_EVENTS).stream()
        .map(letter -> json(letter.value()).path("eventId").asText())
        .collect(Collectors.toSet());
  }

  private static JsonNode json(byte[] text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(WebVisit event) {
    assertThat(pulse.client().events(List.of(event)).rejected()).isEmpty();
    GOOD.add(event);
  }

  private static void assertServesTheGoodOnes() throws Exception {
    pulse.assertServes(Recount.of(GOOD, List.of(campaign()), List.of(), Pulse.USD));
  }

  private static Campaign campaign() {
    return Campaign.newBuilder()
        .setCampaignId("letters")
        .setName("Letters")
        .setStartsAt(NOW.minus(Duration.ofDays(9)))
        .setEndsAt(NOW.plus(Duration.ofDays(9)))
        .build();
  }

  private static int deadLetters() {
    return health().path("deadLetters").asInt();
  }

  private static int lateEvents() {
    return health().path("lateEvents").asInt();
  }

  private static long visits() {
    return pulse.redis().campaign("letters").orElseThrow().totals().get(Figure.VISITS);
  }

  private static JsonNode health() {
    try {
      return pulse.http().get("health");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
