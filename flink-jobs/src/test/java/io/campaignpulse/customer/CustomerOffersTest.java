package io.campaignpulse.customer;

import static io.campaignpulse.offers.core.Dealing.policy;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.acting;
import static io.campaignpulse.response.core.Fixtures.interaction;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Cap;
import io.campaignpulse.events.avro.CapScope;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.core.Dealing;
import io.campaignpulse.offers.core.Proposal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is offered to whom. */
class CustomerOffersTest extends OneOfferCase {
  @Test
  void sparesTheOfferThatAnOrderAcceptedThoughItCameBack() throws Exception {
    harness.enter("anna", call("c", NOW));
    harness.enter("anna", buys("o", NOW + 1_000, 5_000, only().decisionId(), "f1"));
    harness.enter("anna", call("d", NOW + 2_000));
    harness.enter("anna", refund("r", NOW + 3_000, "o", 5_000));
    harness.enter("anna", call("e", NOW + 4_000));
    var later = decisions().subList(1, 4);
    assertThat(later).extracting("silence").containsOnly(Silence.NO_OFFER);
    assertThat(later)
        .extracting(decision -> decision.candidates().get(0).blockedBy())
        .containsOnly(Silence.ACCEPTED_BEFORE);
  }

  @Test
  void saysNothingOfThePastNorOfWhomNobodyKnowsNorWithoutOffers() throws Exception {
    harness.enter("anna", call("c", NOW - 61_000));
    harness.enter("phone:+1", call("d", NOW));
    harness.set(ReferenceKind.OFFERS, Dealing.offer("warranty").setEndsAt(Instant.EPOCH).build());
    harness.enter("anna", call("e", NOW));
    assertThat(decisions()).isEmpty();
  }

  @Test
  void knowsWhatIsOwnedAndWhatAMomentIsAboutByTheCategoriesOfProducts() throws Exception {
    harness.set(
        ReferenceKind.PRODUCTS,
        Product.newBuilder().setProductId("f1").setName("F").setCategory("Cooling").build());
    harness.set(
        ReferenceKind.OFFERS,
        Dealing.offer("warranty")
            .setEligibility("owns(\"Cooling\") && viewed(\"Cooling\")")
            .build());
    harness.enter("anna", looks("v1", NOW, Act.PRODUCT_VIEW, "f1"));
    harness.enter("anna", buys("o", START, 5_000, null, "f1"));
    harness.enter("anna", looks("v2", NOW, Act.PRODUCT_VIEW, "f1"));
    var decisions = decisions();
    assertThat(decisions).extracting("silence").containsExactly(Silence.NO_OFFER, null);
    assertThat(decisions.get(1).facts().owned()).extracting("category").containsExactly("Cooling");
    harness.enter("anna", refund("r", START + 1, "o", 5_000).with(null));
    harness.enter("anna", looks("v3", NOW, Act.PRODUCT_VIEW, "f1"));
    assertThat(decisions().get(2).silence()).isEqualTo(Silence.NO_OFFER);
  }

  @Test
  void knowsWhatAnEarlierRunProposed() throws Exception {
    harness.set(
        ReferenceKind.OFFER_POLICIES,
        policy().setCaps(List.of(new Cap(CapScope.CUSTOMER, 1, 24))).build());
    var kept = harness.snapshot();
    harness.enter("anna", call("c", NOW));
    var told = only();
    harness.restore(kept);
    harness.clock(NOW);
    harness.post(
        Posting.enter("anna", Proposal.touch(told, new Touch.Origin("offer-decisions", 0, 0))));
    harness.enter("anna", call("c", NOW));
    assertThat(decisions()).isEmpty();
    harness.enter("anna", call("d", NOW + 1));
    assertThat(only().silence()).isEqualTo(Silence.CUSTOMER_CAP);
    assertThat(figures().decided()).isEqualTo(1);
    assertThat(figures().blocked()).containsEntry(Silence.CUSTOMER_CAP, 1L);
  }

  @Test
  void sparesWhoOptedOutAndComesBackToThemWhenTheyChangeTheirMind() throws Exception {
    harness.post(Posting.profile("anna", new Profile(null, null, List.of(), 0, true, false)));
    harness.enter("anna", call("c", NOW));
    assertThat(only().silence()).isEqualTo(Silence.OPTED_OUT);
    harness.post(Posting.profile("anna", Profile.of(null, null)));
    harness.enter("anna", call("d", NOW));
    assertThat(decisions().get(1).offerId()).isEqualTo("warranty");
  }

  @Test
  void sparesWhoHasAnOpenComplaintHoweverItWasMade() throws Exception {
    harness.enter("anna", complains("letter", Touch.Kind.OTHER, NOW - 2_000));
    harness.enter("anna", call("c", NOW));
    harness.enter("bert", complains("d", Touch.Kind.OUTCOME, NOW - 1_000));
    harness.enter("bert", call("e", NOW));
    assertThat(decisions()).extracting("silence").containsOnly(Silence.OPEN_COMPLAINT).hasSize(2);
    harness.enter(
        "bert", acting(interaction("s", Touch.Kind.OUTCOME, NOW + 1, "e", null, 0), Act.SERVICE));
    harness.enter("bert", call("f", NOW + 2));
    assertThat(decisions().get(2).offerId()).isEqualTo("warranty");
  }

  private static Touch complains(String of, Touch.Kind kind, long at) {
    return acting(interaction("x" + of, kind, at, of, null, 0), Act.COMPLAINT);
  }
}
