package io.campaignpulse.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.wire.Again;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedTypeTest {
  private static Offered offered() {
    var offered = new Offered();
    offered.park(
        new Trigger(Trigger.Kind.CALL_QUEUED, "e", 5, "u", null, List.of("p", "Cooling")), 7);
    offered.firstChance(11, true, new Group(1, 1, 13, 169));
    return offered;
  }

  @Test
  void isReadAsItWasWritten() throws Exception {
    var read = Again.of(new OfferedType.Serializer(), offered());
    assertThat(read).usingRecursiveComparison().isEqualTo(offered());
  }

  @Test
  void aCopyIsOfItsOwn() {
    var first = offered();
    var copy = new OfferedType.Serializer().copy(first);
    copy.due(7);
    assertThat(first.pending()).hasSize(1);
  }
}
