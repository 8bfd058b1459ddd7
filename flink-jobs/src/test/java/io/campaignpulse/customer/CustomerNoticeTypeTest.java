package io.campaignpulse.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Position;
import io.campaignpulse.value.core.BgNbd;
import io.campaignpulse.value.core.GammaGamma;
import io.campaignpulse.value.core.ValueModel;
import io.campaignpulse.wire.Again;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each notice arrives as it was sent. */
class CustomerNoticeTypeTest {
  private static CampaignTerms terms(String campaignId, String controlVariant) {
    return new CampaignTerms(
        campaignId,
        -1,
        Long.MAX_VALUE,
        3,
        List.of(Touch.Kind.values()),
        true,
        controlVariant,
        List.of(campaignId, "CODE"),
        List.of(),
        0.25);
  }

  static List<CustomerNotice> notices() {
    return List.of(
        new CustomerNotice.Commanded(new Command(Command.REBUILD)),
        new CustomerNotice.Commanded(Command.tick(1224)),
        new CustomerNotice.Commanded(Command.reached(new Position("orders", 3, 1L << 40))),
        new CustomerNotice.Defined(List.of()),
        new CustomerNotice.Defined(List.of(terms("K", null), terms("L", "none"))),
        new CustomerNotice.Modelled(
            new ValueModel(new BgNbd(0.1, 2, 0.3, 4), new GammaGamma(5, 6, 7), 52)),
        new CustomerNotice.Ranked(new ValueRanks(1, 10, 5, 90, 50, new double[] {0.1, 90, 110})),
        new CustomerNotice.Settled(new Setting("offers", new byte[] {1, 0, -1})),
        new CustomerNotice.Learned(OfferNews.of(OfferFigures.none("warranty"))));
  }

  @ParameterizedTest
  @MethodSource("notices")
  void arrivesAsItWasSent(CustomerNotice notice) throws IOException {
    var read = Again.of(new CustomerNoticeType.Serializer(), notice);
    // Two notices of the same are equal by what they bear, arrays within them too.
    assertThat(read).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(notice);
  }
}
