package io.campaignpulse.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssignTierTest {
  private KeyedBroadcastOperatorTestHarness<String, CustomerValue, RankNotice, ViewWrite> harness;

  @BeforeEach
  void open() throws Exception {
    Progressing.caughtUp = true;
    harness =
        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
            new AssignTier(new Progressing()),
            CustomerValue::customerId,
            Types.STRING,
            AssignTier.RANKS);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void value(String customer, double worth) throws Exception {
    var value = new CustomerValue(customer, 10, 1, 0, 0, 1, 0, null, null, null, worth, null);
    harness.processElement(value, 0);
  }

  private void ranks(double tierA, double tierB) throws Exception {
    var ranks = new ValueRanks(0, 10, 5, tierA, tierB, new double[0]);
    harness.processBroadcastElement(RankNotice.of(ranks), 0);
  }

  private List<Posting> moves() {
    var records = harness.getSideOutput(AssignTier.TIERS);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  private List<ViewWrite> served() {
    return harness.extractOutputValues();
  }

  @Test
  void putsABuyerIntoATierAtOnce() throws Exception {
    ranks(100, 50);
    value("anna", 120);
    assertThat(moves()).containsExactly(Posting.tier("anna", "A"));
    assertThat(served().get(0).key()).isEqualTo(RedisKeys.customer("anna"));
    assertThat(served().get(0).field()).isEqualTo(RedisKeys.VALUE);
    assertThat(served().get(0).json()).contains("\"tier\":\"A\"");
    value("anna", 60);
    value("anna", 55);
    assertThat(moves().subList(1, 2)).containsExactly(Posting.tier("anna", "B"));
    assertThat(moves()).hasSize(2);
    assertThat(served()).hasSize(3);
  }

  @Test
  void movesThoseWhomANewBorderParts() throws Exception {
    value("anna", 120);
    value("bert", 60);
    assertThat(moves()).isEmpty();
    ranks(100, 50);
    assertThat(moves())
        .containsExactlyInAnyOrder(Posting.tier("anna", "A"), Posting.tier("bert", "B"));
    ranks(100, 70);
    assertThat(moves().get(2)).isEqualTo(Posting.tier("bert", "C"));
    assertThat(served()).hasSize(5);
    ranks(100, 70);
    assertThat(moves()).hasSize(3);
    assertThat(served()).hasSize(5);
  }

  @Test
  void countsWhoIsWorthNothingInTheLastTier() throws Exception {
    ranks(0, 0);
    value("anna", 0);
    assertThat(moves()).isEmpty();
    assertThat(served().get(0).json()).contains("\"tier\":\"C\"");
  }

  @Test
  void servesEveryValueOnceItHasCaughtUpAndOnCommand() throws Exception {
    Progressing.caughtUp = false;
    value("anna", 120);
    value("bert", 60);
    assertThat(served()).isEmpty();
    Progressing.caughtUp = true;
    harness.processBroadcastElement(RankNotice.of(new Command(Command.TICK)), 0);
    assertThat(served()).hasSize(2);
    harness.processBroadcastElement(RankNotice.of(new Command(Command.TICK)), 0);
    assertThat(served()).hasSize(2);
    harness.processBroadcastElement(RankNotice.of(new Command(Command.REBUILD)), 0);
    assertThat(served()).hasSize(4);
  }
}
