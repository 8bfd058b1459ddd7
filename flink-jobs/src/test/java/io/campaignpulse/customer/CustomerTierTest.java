package io.campaignpulse.customer;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerTierTest {
  private CustomerHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new CustomerHarness();
    harness.clock(1_000_000);
    harness.define(campaign("K"));
    harness.enter("anna", contact("c", "K", START));
    harness.enter("bert", contact("d", "K", START));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void buys(String customer, String orderId, long amountMinor) throws Exception {
    harness.enter(customer, order(orderId, START + DAY, orderId, amountMinor));
  }

  private void ranks(double tierA, double tierB) throws Exception {
    harness.hear(new CustomerNotice.Ranked(new ValueRanks(0, 10, 5, tierA, tierB, new double[0])));
  }

  private long contacted(String tier) {
    long contacted = 0;
    for (var change : harness.changes()) {
      var lines = change.lines();
      for (int line = 0; tier.equals(change.group().tier()) && line < lines.size(); line++) {
        contacted += lines.figure(line) == Figure.CONTACTED ? lines.amount(line) : 0;
      }
    }
    return contacted;
  }

  private List<ViewWrite> values() {
    return harness.side(Outputs.VIEWS).stream()
        .filter(view -> RedisKeys.VALUE.equals(view.field()))
        .toList();
  }

  @Test
  void putsABuyerIntoATierAtOnceAndTheirFiguresWithThem() throws Exception {
    ranks(100, 50);
    buys("anna", "o", 12_000);
    assertThat(contacted("A")).isEqualTo(1);
    assertThat(contacted("C")).isEqualTo(1);
    assertThat(values().get(0).key()).isEqualTo(RedisKeys.customer("anna"));
    assertThat(values().get(0).json()).contains("\"tier\":\"A\"");
    harness.enter("anna", refund("r", START + DAY, "o", 6_000));
    assertThat(contacted("B")).isEqualTo(1);
    assertThat(contacted("A")).isZero();
  }

  @Test
  void movesThoseWhomANewBorderParts() throws Exception {
    buys("anna", "o", 12_000);
    buys("bert", "p", 6_000);
    assertThat(contacted("C")).isEqualTo(2);
    ranks(100, 50);
    assertThat(contacted("A")).isEqualTo(1);
    assertThat(contacted("B")).isEqualTo(1);
    ranks(100, 70);
    assertThat(contacted("B")).isZero();
    assertThat(contacted("C")).isEqualTo(1);
    assertThat(values()).hasSize(5);
    ranks(100, 70);
    assertThat(values()).hasSize(5);
  }

  @Test
  void movesManySomeAtATimeSoThatEventsNeedNotWait() throws Exception {
    for (int n = 0; n < 450; n++) {
      harness.enter("buyer" + n, contact("c" + n, "K", START));
      buys("buyer" + n, "o" + n, 12_000);
    }
    harness.tell(new Command(Command.TICK));
    ranks(100, 50);
    assertThat(contacted("A")).isBetween(1L, 50L);
    harness.clockRuns(START + DAY, START + DAY + 100);
    assertThat(contacted("A")).isBetween(51L, 449L);
    harness.clockRuns(START + DAY + 100, START + DAY + 1_000);
    assertThat(contacted("A")).isEqualTo(450);
  }

  @Test
  void keepsTiersOverARestart() throws Exception {
    ranks(100, 50);
    buys("anna", "o", 12_000);
    harness.restart();
    buys("bert", "p", 6_000);
    assertThat(contacted("B")).isEqualTo(1);
    ranks(200, 50);
    assertThat(contacted("A")).isEqualTo(-1);
    assertThat(contacted("B")).isEqualTo(2);
  }

  @Test
  void countsWhoIsWorthNothingInTheLastTier() throws Exception {
    ranks(0, 0);
    buys("anna", "o", 100);
    harness.enter("anna", refund("r", START + DAY, "o", 100));
    assertThat(contacted("C")).isEqualTo(2);
    assertThat(values().get(1).json()).contains("\"tier\":\"C\"");
  }

  @Test
  void servesEveryValueOnceItHasCaughtUpAndOnCommand() throws Exception {
    Progressing.caughtUp = false;
    buys("anna", "o", 12_000);
    buys("bert", "p", 6_000);
    assertThat(values()).isEmpty();
    Progressing.caughtUp = true;
    harness.tell(new Command(Command.TICK));
    assertThat(values()).extracting(ViewWrite::key).contains(RedisKeys.customer("bert"));
    var served = values().size();
    harness.tell(new Command(Command.TICK));
    assertThat(values()).hasSize(served);
    harness.tell(new Command(Command.REBUILD));
    assertThat(values().size()).isGreaterThanOrEqualTo(served + 2);
  }
}
