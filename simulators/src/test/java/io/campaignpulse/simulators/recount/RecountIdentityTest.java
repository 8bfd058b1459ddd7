package io.campaignpulse.simulators.recount;

import static io.campaignpulse.simulators.recount.Story.id;
import static io.campaignpulse.simulators.recount.Story.phone;
import static io.campaignpulse.simulators.recount.Story.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.views.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecountIdentityTest {
  private static final String PHONE = "+4930901820";
  private final Story story = new Story().campaign("K");

  @Test
  void anAnonymousCallMovesToTheCustomerOnceALinkIsKnown() {
    story.contact(0, id("C1"), "k1", "K", "A").call(5, phone(PHONE), "call", "+18005550100");
    assertThat(story.total("K", Figure.RESPONDERS)).isZero();

    story.visit(900, ref("C1", PHONE, null, null), "v", null);
    assertThat(story.total("K", Figure.RESPONDERS)).isEqualTo(1);
    assertThat(story.total("K", Figure.CALLS)).isEqualTo(1);
  }

  @Test
  void theLatestLinkHoldsForAllEventsAndTheGreatestIdAtTheSameInstant() {
    story
        .contact(0, id("C1"), "k1", "K", "A")
        .contact(0, id("C2"), "k2", "K", "B")
        .call(5, phone(PHONE), "call", "+18005550100")
        .customer("C1", null, PHONE, 10)
        .customer("C2", null, PHONE, 9);
    assertThat(story.recount("K").byVariant().get("A").get(Figure.CALLS)).isEqualTo(1);

    story.customer("C2", null, PHONE, 10);
    assertThat(story.recount("K").byVariant().get("A").get(Figure.CALLS)).isZero();
    assertThat(story.recount("K").byVariant().get("B").get(Figure.CALLS)).isEqualTo(1);
  }

  @Test
  void theFirstIdentityThatHasALinkDecides() {
    story
        .contact(0, id("C1"), "k1", "K", "A")
        .contact(0, id("C2"), "k2", "K", "B")
        .customer("C2", null, PHONE, 1)
        .visit(2, ref("C1", null, "a@b.example", null), "v0", null)
        .visit(5, ref(null, PHONE, "a@b.example", null), "v1", null)
        .visit(6, ref(null, "+4930901821", "a@b.example", null), "v2", null);
    assertThat(story.recount("K").byVariant().get("A").get(Figure.VISITS)).isEqualTo(2);
    assertThat(story.recount("K").byVariant().get("B").get(Figure.VISITS)).isEqualTo(1);
  }

  @Test
  void withoutALinkTheCustomerIsTheFirstIdentity() {
    story
        .visit(1, ref(null, null, "a@b.example", "browser"), "v1", "K")
        .visit(2, ref(null, null, "a@b.example", null), "v2", "K")
        .visit(3, ref(null, null, null, "browser"), "v3", "K");
    assertThat(story.total("K", Figure.PASS_ALONG_RESPONDERS)).isEqualTo(2);
  }

  @Test
  void aRepeatedEventCountsOnce() {
    story.order(1, id("C1"), "o", "K", "10.00");
    story.events.add(story.events.get(0));
    assertThat(story.total("K", Figure.REVENUE)).isEqualTo(1_000);
  }

  @Test
  void identitiesOnFileNeedATime() {
    story.customers.add(
        Customer.newBuilder().setCustomerId("C1").setPhones(List.of(PHONE)).build());
    assertThatThrownBy(story::recount).hasMessageContaining("C1").hasMessageContaining("updatedAt");
  }
}
