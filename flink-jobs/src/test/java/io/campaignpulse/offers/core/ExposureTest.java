package io.campaignpulse.offers.core;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.UnreadablePage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExposureTest {
  private static Group bought(Touch... sales) {
    var page = new Page();
    List.of(sales).forEach(page::add);
    var group = Exposure.of(page, START, DAY);
    assertThat(Exposure.of(List.of(sales), START, DAY)).isEqualTo(group);
    return group;
  }

  /** What was bought at the moment of the first chance was bought without it. */
  @Test
  void countsOrdersAfterTheChanceUntilTheDaysAreOver() {
    assertThat(bought(order("o", START, "1", 500))).isEqualTo(new Group(1, 0, 0, 0));
    assertThat(bought(order("o", START + 1, "1", 500))).isEqualTo(new Group(1, 1, 500, 250_000));
    assertThat(bought(order("o", START + DAY, "1", 500)).spend()).isEqualTo(500);
    assertThat(bought(order("o", START + DAY + 1, "1", 500)).buyers()).isZero();
  }

  @Test
  void takesOffWhatCameBackWheneverThatWasButOfCountedOrdersOnly() {
    var late = START + 9 * DAY;
    assertThat(bought(order("o", START + 1, "1", 500), refund("r", late, "1", 200)).spend())
        .isEqualTo(300);
    assertThat(
            bought(
                    order("before", START - 1, "0", 900),
                    order("o", START + 1, "1", 500),
                    refund("r", START + 2, "0", 900))
                .spend())
        .isEqualTo(500);
  }

  /** It is worked out at every sale, and a guest account has thousands. */
  @Test
  void readsNoOrderThatNothingElseHappenedTo() throws IOException {
    var orders =
        IntStream.range(0, 500).mapToObj(i -> order("e" + i, START + i, "o" + i, 2)).toList();
    var page = UnreadablePage.of(orders);
    assertThatThrownBy(page::touches).isInstanceOf(RuntimeException.class);
    assertThat(Exposure.of(page, START, DAY)).isEqualTo(Exposure.of(orders, START, DAY));
  }
}
