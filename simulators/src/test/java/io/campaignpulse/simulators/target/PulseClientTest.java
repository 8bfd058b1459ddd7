package io.campaignpulse.simulators.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Agent;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import io.campaignpulse.simulators.target.FakePulse.Mishap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseClientTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(5));
  private static final Patience NONE =
      new Patience(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1));

  private final FakePulse pulse = new FakePulse();
  private final List<String> retried = new ArrayList<>();
  private final PulseClient client =
      new PulseClient(pulse.address(), SHORT, (reason, wait) -> retried.add(reason));

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void sendsEventsWithTheirTypeAndWithoutAbsentFields() {
    var answer = client.events(visits("v1"));
    assertThat(answer).isEqualTo(new Answer(1, List.of()));
    assertThat(pulse.taken("events"))
        .singleElement()
        .hasToString(
            "{\"eventId\":\"v1\",\"occurredAt\":\"2026-01-01T00:00:00Z\","
                + "\"customer\":{\"customerId\":\"C1\"},\"visitId\":\"v1\","
                + "\"action\":\"PAGE_VIEW\",\"type\":\"WebVisit\"}");
  }

  @Test
  void saysWhatWasRefused() {
    var answer = client.events(visits("v1", "bad-2"));
    assertThat(answer.accepted()).isEqualTo(1);
    assertThat(answer.rejected()).containsExactly(new Answer.Rejection(1, "bad-2", "is bad"));
  }

  @Test
  void triesAgainWhileTheSystemIsBusyOrGone() {
    pulse.first(Mishap.BUSY, Mishap.CUT_BEFORE_TAKING, Mishap.BUSY);
    assertThat(client.events(visits("v1")).accepted()).isEqualTo(1);
    assertThat(pulse.taken("events")).hasSize(1);
    assertThat(retried).hasSize(3).first().asString().contains("503: warming up");
  }

  @Test
  void sendsAgainWhatMayHaveGotThrough() {
    pulse.first(Mishap.CUT_AFTER_TAKING);
    client.events(visits("v1"));
    assertThat(pulse.taken("events")).hasSize(2);
  }

  @Test
  void halvesWhatIsTooLarge() {
    pulse.first(Mishap.TOO_LARGE);
    var answer = client.events(visits("v1", "v2", "bad-3", "v4"));
    assertThat(answer.accepted()).isEqualTo(3);
    assertThat(answer.rejected()).extracting(Answer.Rejection::index).containsExactly(2);
    assertThat(pulse.taken("events")).hasSize(3);
  }

  @Test
  void putsOneReferenceRecordUnderItsId() {
    client.put(
        ReferenceKind.AGENTS,
        Agent.newBuilder().setAgentId("a 1/2").setName("Ann").setOnDuty(true).build());
    assertThat(pulse.taken("agents/a%201%2F2"))
        .singleElement()
        .satisfies(json -> assertThat(json.get("name").asText()).isEqualTo("Ann"));
  }

  @Test
  void givesUpInWordsWhenThePatienceIsOver() {
    var address = pulse.address();
    pulse.close();
    var impatient = new PulseClient(address, NONE, RetryListener.SILENT);
    assertThatThrownBy(() -> impatient.events(visits("v1")))
        .isInstanceOf(TargetException.class)
        .hasMessage(address + " can't be reached: is it running?");
  }

  @Test
  void saysWhatTheSystemSaidWhenItRefusesAll() {
    pulse.first(Mishap.TOO_LARGE);
    assertThatThrownBy(() -> client.events(visits("v1")))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("/api/v1/events with 413: too large");
  }

  private static List<WebVisit> visits(String... ids) {
    return Stream.of(ids)
        .map(
            id ->
                WebVisit.newBuilder()
                    .setEventId(id)
                    .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                    .setCustomer(CustomerRef.newBuilder().setCustomerId("C1").build())
                    .setVisitId(id)
                    .setAction(VisitAction.PAGE_VIEW)
                    .build())
        .toList();
  }
}
