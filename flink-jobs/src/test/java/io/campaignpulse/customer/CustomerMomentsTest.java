package io.campaignpulse.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.offers.core.Dealing;
import io.campaignpulse.serving.Progressing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an offer is thought of, and when not. */
class CustomerMomentsTest extends OneOfferCase {
  private static final long HALF_AN_HOUR = 30 * 60_000;

  @Test
  void proposesWhenACallIsQueuedAndLetsTheOfferStandWhenItIsAnswered() throws Exception {
    harness.enter("anna", call("c", NOW));
    harness.enter("anna", answered("c", NOW + 5_000));
    var decision = only();
    assertThat(decision.trigger()).isEqualTo(Trigger.Kind.CALL_QUEUED);
    assertThat(decision.offerId()).isEqualTo("warranty");
    assertThat(decision.channel()).isEqualTo(Trigger.PHONE);
    assertThat(figures().decided()).isEqualTo(1);
    harness.enter("anna", call("d", NOW + 10_000));
    assertThat(decisions()).hasSize(2);
  }

  @Test
  void proposesOnceForAnOrderThatIsToldTwice() throws Exception {
    harness.enter("anna", buys("o", NOW, 100, null, "f1"));
    harness.enter("anna", buys("o", NOW, 100, null, "f1"));
    assertThat(only().trigger()).isEqualTo(Trigger.Kind.ORDER_PLACED);
  }

  @Test
  void thinksOnceOfAMomentThatIsToldTwiceThoughItEndedInSilence() throws Exception {
    harness.post(Posting.profile("anna", new Profile(null, null, List.of(), 0, true, false)));
    harness.enter("anna", call("c", NOW));
    harness.enter("anna", call("c", NOW));
    harness.post(Posting.profile("anna", Profile.of(null, null)));
    harness.enter("anna", call("c", NOW));
    assertThat(only().silence()).isEqualTo(Silence.OPTED_OUT);
    assertThat(figures().blocked()).containsEntry(Silence.OPTED_OUT, 1L);
  }

  @Test
  void waitsOnceWithAMomentThatIsToldTwice() throws Exception {
    harness.post(Posting.profile("anna", new Profile(null, null, List.of(), 0, true, false)));
    Progressing.caughtUp = false;
    harness.enter("anna", call("c", NOW));
    harness.enter("anna", call("c", NOW));
    Progressing.caughtUp = true;
    harness.clock(NOW + 1_200);
    assertThat(only().silence()).isEqualTo(Silence.OPTED_OUT);
  }

  @Test
  void proposesToWhomACallerTurnsOutToBe() throws Exception {
    harness.post(Posting.moveIn("anna", call("c", NOW)));
    assertThat(only().customerId()).isEqualTo("anna");
  }

  @Test
  void thinksOfACartOnceItIsAbandonedUnlessAnOrderCame() throws Exception {
    harness.enter("anna", looks("v1", NOW, Act.ADD_TO_CART, "f1"));
    harness.enter("bert", looks("v2", NOW, Act.ADD_TO_CART, "f1"));
    harness.clock(NOW + HALF_AN_HOUR - 1);
    assertThat(decisions()).isEmpty();
    harness.set(
        ReferenceKind.OFFERS,
        Dealing.offer("warranty").setEligibility("trigger != \"ORDER_PLACED\"").build());
    harness.enter("bert", buys("o", NOW + HALF_AN_HOUR - 1, 100, null, "f1"));
    harness.clock(NOW + HALF_AN_HOUR);
    var decisions = decisions();
    assertThat(decisions).filteredOn(d -> d.offerId() != null).hasSize(1);
    assertThat(decisions.get(1).trigger()).isEqualTo(Trigger.Kind.CART_ABANDONED);
    assertThat(decisions.get(1).customerId()).isEqualTo("anna");
  }

  @Test
  void waitsWithMomentsUntilAllIsKnownAgain() throws Exception {
    Progressing.caughtUp = false;
    harness.enter("anna", call("c", NOW));
    harness.clock(NOW + 600);
    assertThat(decisions()).isEmpty();
    Progressing.caughtUp = true;
    harness.clock(NOW + 1_200);
    assertThat(only().offerId()).isEqualTo("warranty");
  }
}
