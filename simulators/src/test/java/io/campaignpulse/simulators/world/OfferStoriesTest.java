package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import io.campaignpulse.simulators.target.FakePulse;
import io.campaignpulse.simulators.target.FakePulse.Mishap;
import io.campaignpulse.simulators.target.OffersClient;
import io.campaignpulse.simulators.target.Patience;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.simulators.target.RetryListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferStoriesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final WorldSettings SMALL =
      new WorldSettings(
          800, 0.3, 0.1, Duration.ofHours(1), 0.02, 0.3, 0.02, Duration.ofMinutes(5), 0.01);
  private static final WorldSettings NOBODY_BOUGHT =
      new WorldSettings(800, 0, 0.1, Duration.ofHours(1), 0.02, 0.3, 0, Duration.ZERO, 0);
  private static final World WORLD = new World(1, NOW, SMALL);
  private static final Patience NONE =
      new Patience(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1));

  private final FakePulse pulse = new FakePulse();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final OfferStories stories = stories((time, work) -> later.add(work));

  private OfferStories stories(OfferStories.Alarm alarm) {
    return new OfferStories(
        WORLD,
        new OffersClient(pulse.address(), Duration.ofSeconds(20)),
        new PulseClient(pulse.address(), NONE, RetryListener.SILENT),
        InstantSource.fixed(NOW),
        alarm);
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  private static Emission emission(SpecificRecord event) {
    return new Emission(NOW, event, "e", 0);
  }

  private static Emission view(String visit, VisitAction action, Instant at) {
    var event = new WebVisit();
    event.setEventId("e");
    event.setOccurredAt(at);
    event.setCustomer(CustomerRef.newBuilder().setCustomerId("C000001").build());
    event.setVisitId(visit);
    event.setAction(action);
    event.setProductId("kit-espresso");
    return emission(event);
  }

  private static Emission view(String visit) {
    return view(visit, VisitAction.PRODUCT_VIEW, NOW);
  }

  private static Emission call(CallPhase phase, long waited) {
    var call = new Call();
    call.setEventId("e");
    call.setOccurredAt(NOW);
    call.setCustomer(CustomerRef.newBuilder().setPhone("+12015550000").build());
    call.setCallId("call-1");
    call.setPhase(phase);
    call.setAgentId(phase == CallPhase.QUEUED ? null : "agent-3");
    call.setWaitMillis(waited);
    return emission(call);
  }

  private static Emission sale(String channel, SaleKind kind) {
    var sale = new Sale();
    sale.setOrderId("order-1");
    sale.setKind(kind);
    sale.setChannel(channel);
    sale.setOccurredAt(NOW);
    sale.setCustomer(CustomerRef.newBuilder().setCustomerId("C000001").build());
    return emission(sale);
  }

  private void offers(String decisionId, Instant at) {
    pulse.nextOffer =
        """
        {"decisionId": "%s", "at": "%s",
         "offer": {"offerId": "offer-grinder", "productId": "kit-grinder"}}"""
            .formatted(decisionId, at);
  }

  private void live(Emission... taken) {
    stories.taken(List.of(taken));
    while (!later.isEmpty()) {
      later.remove().run();
    }
  }

  private List<String> outcomes() {
    return pulse.taken("events").stream()
        .map(json -> json.path("outcome").asText("order"))
        .toList();
  }

  @Test
  void presentsWhatTheSystemProposesAndTellsHowItWasTaken() {
    offers("d", NOW.minusSeconds(30));
    live(call(CallPhase.ANSWERED, 45_000));
    assertThat(pulse.asked).containsExactly("phone=%2B12015550000&channel=PHONE");
    assertThat(outcomes()).hasSizeGreaterThan(1).startsWith("PRESENTED");
    var first = pulse.taken("events").get(0);
    assertThat(first.path("decisionId").asText()).isEqualTo("d");
    assertThat(first.path("channel").asText()).isEqualTo("PHONE");
    assertThat(first.path("agentId").asText()).isEqualTo("agent-3");
    assertThat(first.at("/customer/phone").asText()).isEqualTo("+12015550000");
  }

  @Test
  void aMomentIsAnAnsweredCallAViewedProductOrAnOrderOnTheWeb() {
    live(call(CallPhase.ANSWERED, 0), view("v1"), sale("WEB", SaleKind.ORDER));
    assertThat(pulse.asked).hasSize(3);
    live(
        call(CallPhase.QUEUED, 0),
        call(CallPhase.ENDED, 0),
        view("v2", VisitAction.PAGE_VIEW, NOW),
        sale("PHONE", SaleKind.ORDER),
        sale("WEB", SaleKind.RETURN));
    assertThat(pulse.asked).hasSize(3);
  }

  @Test
  void asksOnceAVisit() {
    live(view("v1"), view("v1"), view("v2"));
    live(view("v1"));
    assertThat(pulse.asked).hasSize(2);
  }

  @Test
  void asksAgainOnceAVisitorHasLoggedIn() {
    live(view("v1", VisitAction.PRODUCT_VIEW, NOW.minusSeconds(40)));
    offers("d", NOW.minusSeconds(40));
    live(view("v1", VisitAction.LOGIN, NOW.minusSeconds(10)));
    assertThat(pulse.asked).hasSize(2);
    assertThat(outcomes()).startsWith("PRESENTED");
    offers("d2", NOW.minusSeconds(80));
    live(view("v2", VisitAction.LOGIN, NOW.minusSeconds(10)));
    assertThat(pulse.taken("events")).noneMatch(e -> e.path("decisionId").asText().equals("d2"));
  }

  @Test
  void saysNothingWithoutAnOffer() {
    live(view("v1"));
    assertThat(pulse.asked).hasSize(1);
    assertThat(pulse.taken("events")).isEmpty();
  }

  @Test
  void saysNothingToAnOfferOfAnEarlierMoment() {
    offers("d", NOW.minusMillis(1));
    live(view("v1"));
    offers("d", NOW.minusSeconds(46));
    live(call(CallPhase.ANSWERED, 45_000));
    assertThat(pulse.asked).hasSize(2);
    assertThat(pulse.taken("events")).isEmpty();
    offers("d", NOW);
    live(view("v2"));
    assertThat(pulse.taken("events")).isNotEmpty();
  }

  @Test
  void doesNotAskAboutWhatIsLongOver() {
    live(view("v1", VisitAction.PRODUCT_VIEW, NOW.minusSeconds(61)));
    assertThat(pulse.asked).isEmpty();
    live(view("v2", VisitAction.PRODUCT_VIEW, NOW.minusSeconds(59)));
    assertThat(pulse.asked).hasSize(1);
  }

  @Test
  void outlivesASystemThatFails() {
    offers("d", NOW);
    pulse.first(Mishap.BUSY, Mishap.TOO_LARGE);
    live(view("v1"), view("v2"));
    assertThat(pulse.taken("events")).isEmpty();
    live(view("v3"));
    assertThat(outcomes()).startsWith("PRESENTED");
    pulse.close();
    live(view("v4"));
  }

  @Test
  void tellsNoMoreOnceTheSystemIsAway() {
    offers("d", NOW);
    stories.taken(List.of(call(CallPhase.ANSWERED, 0)));
    later.remove().run();
    assertThat(outcomes()).containsExactly("PRESENTED");
    pulse.first(Mishap.CUT_BEFORE_TAKING);
    while (!later.isEmpty()) {
      later.remove().run();
    }
    assertThat(outcomes()).containsExactly("PRESENTED");
  }

  @Test
  void leavesOutWhatComesWhileTooMuchWaits() {
    for (int n = 0; n < 3_000; n++) {
      stories.taken(List.of(view("v" + n)));
    }
    assertThat(later).hasSize(1_000);
    later.remove().run();
    stories.taken(List.of(view("another"), view("more")));
    assertThat(later).hasSize(1_000);
  }

  @Test
  void keepsStillWhenItIsClosed() {
    stories(
            (time, work) -> {
              throw new RejectedExecutionException();
            })
        .taken(List.of(view("v1")));
    assertThat(pulse.asked).isEmpty();
  }

  @Test
  void theCompanyTellsItWhatWasTaken(@TempDir Path directory) {
    var memory = new LiveMemory(directory.resolve("memory"), Currency.getInstance("USD"));
    var life = memory.resume(3, NOBODY_BOUGHT, NOW, Duration.ofHours(1));
    var clock = InstantSource.fixed(NOW);
    new LiveCompany(life, memory, new PulseClient(pulse.address()), clock, stories).liveUntil(NOW);
    var fresh =
        pulse.taken("events").stream()
            .filter(
                json ->
                    !Instant.parse(json.path("occurredAt").asText()).isBefore(NOW.minusSeconds(60)))
            .filter(json -> json.path("action").asText().equals("PRODUCT_VIEW"))
            .map(json -> json.path("visitId").asText())
            .distinct()
            .count();
    assertThat(fresh).isPositive();
    assertThat(later.size()).isGreaterThanOrEqualTo((int) fresh);
  }
}
