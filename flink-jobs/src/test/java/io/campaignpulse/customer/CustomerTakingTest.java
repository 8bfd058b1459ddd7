package io.campaignpulse.customer;

import static io.campaignpulse.offers.core.Dealing.policy;
import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.offers.core.Dealing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How it counts what customers make of an offer. */
class CustomerTakingTest extends OneOfferCase {
  @Test
  void countsHowOffersWereTakenOnceEachWhateverCameFirst() throws Exception {
    harness.enter("anna", call("c", NOW));
    var id = only().decisionId();
    var presented = Dealing.dealt(id, "warranty", Act.PRESENTED, Trigger.PHONE, NOW + 1);
    var declined = Dealing.dealt(id, "warranty", Act.DECLINED, Trigger.PHONE, NOW + 2);
    var accepted = Dealing.dealt(id, "warranty", Act.ACCEPTED, Trigger.PHONE, NOW + 3);
    for (var touch : List.of(accepted, presented, presented, declined)) {
      harness.enter("anna", touch);
    }
    var figures = figures();
    assertThat(figures.presented()).isEqualTo(1);
    assertThat(figures.accepted()).isEqualTo(1);
    assertThat(figures.declined()).isZero();
    assertThat(figures.taken().get(OfferFigures.cell("C", Trigger.PHONE)))
        .isEqualTo(new OfferFigures.Taken(1, 1));
    harness.post(Posting.moveOut("anna", accepted));
    assertThat(figures().accepted()).isZero();
    assertThat(figures().declined()).isEqualTo(1);
  }

  @Test
  void takesAnOrderThatNamesTheDecisionForAcceptanceAndItsReturnOffTheRevenue() throws Exception {
    harness.enter("anna", call("c", NOW));
    var id = only().decisionId();
    harness.enter("anna", buys("o", NOW + 1_000, 5_000, id, "f1"));
    harness.enter("anna", buys("o", NOW + 1_000, 5_000, id, "f1"));
    assertThat(figures().accepted()).isEqualTo(1);
    assertThat(figures().revenueMinor()).isEqualTo(5_000);
    harness.enter("anna", refund("r", NOW + 2_000, "o", 2_000));
    assertThat(figures().revenueMinor()).isEqualTo(3_000);
    assertThat(figures().accepted()).isEqualTo(1);
  }

  @Test
  void comparesWhoGetsOffersWithWhoNeverDoes() throws Exception {
    harness.enter("anna", call("c", NOW));
    harness.set(ReferenceKind.OFFER_POLICIES, policy().setSilentShare(1).build());
    harness.enter("bert", call("d", NOW));
    harness.enter("bert", buys("o1", NOW + 1_000, 5_000, null));
    harness.enter("bert", buys("o2", NOW + 14 * DAY + 1, 7_000, null));
    harness.enter("anna", buys("o3", NOW - 1_000, 7_000, null));
    harness.enter("bert", refund("r", NOW + 2_000, "o1", 1_000));
    assertThat(decisions().get(1).silence()).isEqualTo(Silence.SILENT_GROUP);
    assertThat(effect())
        .isEqualTo(new OfferEffect(new Group(1, 0, 0, 0), new Group(1, 1, 4_000, 16e6)));
  }
}
