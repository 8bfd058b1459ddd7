package io.campaignpulse.customer;

import static io.campaignpulse.offers.core.Dealing.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.RoutingDecision.NextOffer;
import io.campaignpulse.routing.CallNews;
import io.campaignpulse.serving.Progressing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a queue hears of the offer to a caller. */
class CustomerCallOffersTest extends OneOfferCase {
  private List<CallNews> news() {
    return harness.side(Outputs.CALLS);
  }

  private NextOffer decided() throws Exception {
    return new NextOffer(decisions().get(0).decisionId(), "warranty");
  }

  @Test
  void isThatOfTheSameCall() throws Exception {
    harness.enter("anna", call("c", NOW));
    assertThat(news().get(0).asked().offer()).isEqualTo(decided());
  }

  @Test
  void isNoneWhereNothingIsProposed() throws Exception {
    harness.enter("phone:+1", call("c", NOW));
    harness.set(ReferenceKind.OFFER_POLICIES, policy().setSilentShare(1).build());
    harness.enter("anna", call("d", NOW));
    assertThat(news()).extracting(news -> news.asked().offer()).containsExactly(null, null);
  }

  @Test
  void comesLaterWhereTheMomentHadToWaitAndTheCallStillDoes() throws Exception {
    Progressing.caughtUp = false;
    harness.enter("anna", call("c", NOW));
    harness.enter("bert", call("d", NOW));
    harness.enter("bert", answered("d", NOW + 1));
    assertThat(news()).hasSize(3);
    assertThat(news().get(0).asked().offer()).isNull();
    Progressing.caughtUp = true;
    harness.clock(NOW + 1_200);
    assertThat(news()).hasSize(4);
    assertThat(news().get(3).callId()).isEqualTo("c");
    assertThat(news().get(3).asked().offer().offerId()).isEqualTo("warranty");
  }
}
