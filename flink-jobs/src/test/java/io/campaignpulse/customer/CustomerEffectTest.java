package io.campaignpulse.customer;

import static io.campaignpulse.offers.core.Dealing.offer;
import static io.campaignpulse.offers.core.Dealing.policy;
import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.offers.core.Proposal;
import org.junit.jupiter.api.Test;

/** What a customer adds to the measured effect of offers. */
class CustomerEffectTest extends OneOfferCase {
  /** The history of the pass that is tested, and a day for the timer. */
  private static final long FORGOTTEN = 62 * DAY;

  private static OfferEffect ofOne(int buyers, long spend) {
    return new OfferEffect(new Group(1, buyers, spend, (double) spend * spend), Group.NONE);
  }

  @Test
  void staysWhatItWasWhenTheSalesAreForgotten() throws Exception {
    harness.enter("anna", call("c", NOW));
    harness.enter("anna", buys("o1", NOW + 5 * DAY, 10_000, null));
    harness.enter("anna", buys("o2", NOW + 13 * DAY, 7_000, null));
    harness.watermark(NOW + 5 * DAY + FORGOTTEN);
    harness.enter("anna", buys("o3", NOW + 80 * DAY, 500, null));
    assertThat(effect()).isEqualTo(ofOne(1, 17_000));
    harness.enter("anna", refund("r", NOW + 70 * DAY, "o2", 2_000));
    assertThat(effect()).isEqualTo(ofOne(1, 15_000));
    harness.watermark(NOW + 80 * DAY + FORGOTTEN);
    harness.restart();
    harness.enter("anna", buys("o4", NOW + 200 * DAY, 500, null));
    assertThat(effect()).isEqualTo(OfferEffect.NONE);
  }

  private OfferDecision decidedBeforeAKill() throws Exception {
    var kept = harness.snapshot();
    harness.enter("anna", call("c", NOW));
    var told = decisions().get(0);
    harness.restore(kept);
    // Too late for the call to be a moment once more.
    harness.clock(NOW + DAY);
    harness.enter("anna", call("c", NOW));
    return told;
  }

  private void recall(OfferDecision told) throws Exception {
    var origin = new Touch.Origin("offer-decisions", 0, 0);
    harness.post(Posting.enter("anna", Proposal.touch(told, origin)));
  }

  @Test
  void countsFromAChanceThatAnEarlierRunGave() throws Exception {
    var told = decidedBeforeAKill();
    harness.enter("anna", buys("o", NOW + 1_000, 5_000, null));
    recall(told);
    recall(told);
    assertThat(effect()).isEqualTo(ofOne(1, 5_000));
    harness.enter("anna", buys("o2", NOW + 2_000, 1_000, null));
    assertThat(effect()).isEqualTo(ofOne(1, 6_000));
  }

  @Test
  void countsWhomAnEarlierRunGotIntoTheGroupWithoutOffers() throws Exception {
    harness.set(ReferenceKind.OFFER_POLICIES, policy().setSilentShare(1).build());
    var told = decidedBeforeAKill();
    assertThat(told.silence()).isEqualTo(Silence.SILENT_GROUP);
    recall(told);
    recall(told);
    harness.enter("anna", buys("o", NOW + 1_000, 5_000, null));
    assertThat(effect()).isEqualTo(new OfferEffect(Group.NONE, new Group(1, 1, 5_000, 25e6)));
    assertThat(harness.side(Outputs.OFFERS)).extracting(OfferNews::figures).containsOnlyNulls();
  }

  /** As when all is counted anew: nobody says in which order reference data and events come. */
  @Test
  void countsSalesThatCameBetweenTheChanceAndTheOffers() throws Exception {
    var told = decidedBeforeAKill();
    harness.close();
    harness = new CustomerHarness();
    recall(told);
    harness.enter("anna", buys("o", NOW + 1_000, 5_000, null));
    harness.set(ReferenceKind.OFFERS, offer("warranty", "30"));
    assertThat(effect()).isEqualTo(ofOne(1, 5_000));
  }
}
