package io.campaignpulse.simulators.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.simulators.target.FakePulse.Mishap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffersClientTest {
  private static final CustomerRef ANNA = CustomerRef.newBuilder().setCustomerId("a 1").build();

  private final FakePulse pulse = new FakePulse();
  private final OffersClient client = new OffersClient(pulse.address(), Duration.ofSeconds(20));

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void readsWhatIsToBeProposed() {
    pulse.nextOffer =
        """
        {"decisionId": "d1", "at": "2026-03-02T11:59:30Z",
         "offer": {"offerId": "freezer", "productId": "cool-freezer"}}""";
    assertThat(client.next(ANNA, "PHONE"))
        .contains(
            new Offers.Proposal(
                "d1", Instant.parse("2026-03-02T11:59:30Z"), "freezer", "cool-freezer"));
    pulse.nextOffer = pulse.nextOffer.replace("\"cool-freezer\"", "null");
    assertThat(client.next(ANNA, "PHONE").orElseThrow().productId()).isNull();
  }

  @Test
  void asksByTheBestIdentityThereIs() {
    client.next(ANNA, "PHONE");
    client.next(CustomerRef.newBuilder().setPhone("+12015550001").build(), "PHONE");
    client.next(CustomerRef.newBuilder().setEmail("a@b.example").build(), "WEB");
    client.next(CustomerRef.newBuilder().setVisitorId("browser-1").build(), "WEB");
    assertThat(pulse.asked)
        .containsExactly(
            "customerId=a+1&channel=PHONE",
            "phone=%2B12015550001&channel=PHONE",
            "email=a%40b.example&channel=WEB",
            "visitorId=browser-1&channel=WEB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"decisionId\": \"d1\", \"at\": \"2026-03-02T11:59:30Z\", \"offer\": null}",
        "{\"decisionId\": null, \"at\": null, \"offer\": {\"offerId\": \"x\"}}"
      })
  void isEmptyWhereThereIsNothing(String answer) {
    pulse.nextOffer = answer;
    assertThat(client.next(ANNA, "WEB")).isEmpty();
  }

  @Test
  void failsInOneWayWhateverGoesWrong() {
    pulse.first(Mishap.BUSY, Mishap.TOO_LARGE);
    fails();
    fails();
    for (var answer :
        new String[] {"no JSON", "{\"decisionId\": \"d\", \"offer\": {\"offerId\": \"x\"}}"}) {
      pulse.nextOffer = answer;
      fails();
    }
    pulse.close();
    fails();
  }

  private void fails() {
    assertThatThrownBy(() -> client.next(ANNA, "PHONE")).isInstanceOf(TargetException.class);
  }

  @Test
  void waitsForNobodyWhoSaysNothing() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      var impatient = new OffersClient(address, Duration.ofMillis(50));
      assertThatThrownBy(() -> impatient.next(ANNA, "PHONE")).isInstanceOf(TargetException.class);
    }
  }
}
