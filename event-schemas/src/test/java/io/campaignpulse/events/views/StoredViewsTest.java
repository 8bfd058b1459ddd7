package io.campaignpulse.events.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.views.Affinity.Partner;
import io.campaignpulse.events.views.Affinity.Partners;
import io.campaignpulse.events.views.CustomerActivity.Recent;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.events.views.CustomerActivity.Unanswered;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredViewsTest {
  @Test
  void partnersAreStoredByColumns() throws Exception {
    var partners =
        new Partners("tea", List.of(new Partner("milk", 7, 2), new Partner("cup", 3, 0)));
    var text = Json.MAPPER.writeValueAsString(partners);
    assertThat(text)
        .isEqualTo(
            "{\"item\":\"tea\",\"with\":[\"milk\",\"cup\"],\"baskets\":[7,3],\"recent\":[2,0]}");
    assertThat(Json.MAPPER.readValue(text, Partners.class)).isEqualTo(partners);
  }

  @Test
  void ofAPartOfThePartnersItIsStoredHowManyThereAre() throws Exception {
    var partners = new Partners("tea", List.of(new Partner("milk", 7, 2)), 1_500);
    var text = Json.MAPPER.writeValueAsString(partners);
    assertThat(text).endsWith("\"recent\":[2],\"inAll\":1500}");
    assertThat(Json.MAPPER.readValue(text, Partners.class)).isEqualTo(partners);
  }

  @Test
  void partnersThatWereStoredAnotherWayAreNoneUntilTheyAreServedAgain() throws Exception {
    var before = "{\"item\":\"tea\",\"partners\":[{\"item\":\"milk\",\"baskets\":7,\"recent\":2}]}";
    assertThat(Json.MAPPER.readValue(before, Partners.class))
        .isEqualTo(new Partners("tea", List.of()));
  }

  @Test
  void ofACustomersActivityOnlyWhatIsKnownIsStored() throws Exception {
    var activity =
        new CustomerActivity(
            "anna",
            List.of(
                new Recent(5, "VISIT", null, null, null), new Recent(3, "ORDER", null, "WEB", 9L)),
            new Signals(null, 4L, null, null, null, List.of()));
    var text = Json.MAPPER.writeValueAsString(activity);
    assertThat(text)
        .isEqualTo(
            "{\"customerId\":\"anna\",\"recent\":[{\"at\":5,\"kind\":\"VISIT\"},"
                + "{\"at\":3,\"kind\":\"ORDER\",\"channel\":\"WEB\",\"amountMinor\":9}],"
                + "\"signals\":{\"cartAt\":4,\"responses\":[]}}");
    assertThat(Json.MAPPER.readValue(text, CustomerActivity.class)).isEqualTo(activity);
    var contacted = activity.contactedBy(List.of(new Unanswered("K", 7)));
    text = Json.MAPPER.writeValueAsString(contacted);
    assertThat(text).endsWith(",\"unanswered\":[{\"campaignId\":\"K\",\"runsUntil\":7}]}");
    assertThat(Json.MAPPER.readValue(text, CustomerActivity.class)).isEqualTo(contacted);
    var served =
        new CustomerActivity("anna", List.of(), Signals.NONE, List.of(), "eve")
            .contactedBy(List.of(new Unanswered("K", 7)));
    text = Json.MAPPER.writeValueAsString(served);
    assertThat(text).endsWith(",\"lastAgentId\":\"eve\"}");
    assertThat(Json.MAPPER.readValue(text, CustomerActivity.class)).isEqualTo(served);
  }
}
