package io.campaignpulse.customer;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.value.FitSample;
import io.campaignpulse.value.ValueSketch;
import io.campaignpulse.value.core.BgNbd;
import io.campaignpulse.value.core.GammaGamma;
import io.campaignpulse.value.core.PurchaseSummary;
import io.campaignpulse.value.core.ValueModel;
import io.campaignpulse.value.core.WorthSketch;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerValueTest {
  private static final long PAUSE = 10_000;
  private static final ValueModel MODEL =
      new ValueModel(new BgNbd(.25, 4.4, .8, 2.4), new GammaGamma(6.25, 3.74, 15.44), 52);

  private CustomerHarness harness;
  private long now = 1_000 * DAY;

  @BeforeEach
  void open() throws Exception {
    harness = new CustomerHarness();
    harness.clock(now);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void enter(String customer, Touch touch) throws Exception {
    harness.enter(customer, touch);
  }

  private void buys(String customer, long day, long amount) throws Exception {
    enter(customer, order(customer + day, day * DAY, customer + day, amount));
  }

  private void tick(long day) throws Exception {
    now += PAUSE;
    harness.clock(now);
    tell(Command.tick(day * DAY));
  }

  private void tell(Command command) throws Exception {
    harness.tell(command);
  }

  private CustomerValue last() throws Exception {
    return harness.values().get(harness.values().size() - 1);
  }

  private ValueSketch lastSketch() {
    var sketches = harness.side(Outputs.SKETCHES);
    return sketches.get(sketches.size() - 1);
  }

  @Test
  void saysAtOnceWhatABuyerIsWorth() throws Exception {
    buys("anna", 10, 2000);
    assertThat(last().spendMinor()).isEqualTo(2000);
    assertThat(last().expectedSpend()).isNull();
    buys("anna", 17, 1000);
    assertThat(last().purchaseDays()).isEqualTo(2);
    assertThat(last().asOfDay()).isEqualTo(17);
  }

  @Test
  void takesUpAModelWithoutARestart() throws Exception {
    buys("anna", 10, 2000);
    tick(10);
    harness.hear(new CustomerNotice.Modelled(MODEL));
    tick(10);
    assertThat(last().expectedSpend()).isNotNull();
    assertThat(lastSketch().today()).isEqualTo(10);
  }

  @Test
  void valuesAllAnewWhenADayHasPassedAndNotBefore() throws Exception {
    buys("anna", 10, 2000);
    tick(10);
    var told = harness.values().size();
    tick(10);
    assertThat(harness.values()).hasSize(told);
    tick(11);
    assertThat(harness.values()).hasSize(told + 1);
    assertThat(last().asOfDay()).isEqualTo(11);
    assertThat(last().ageDays()).isEqualTo(1);
  }

  @Test
  void isNotTakenAlongByAnEventThatSaysItIsOfTheFuture() throws Exception {
    buys("anna", 10, 2000);
    tick(1_000_000);
    assertThat(last().asOfDay()).isEqualTo(now / DAY);
  }

  @Test
  void tellsOfABuyerWhoBroughtAllBack() throws Exception {
    buys("anna", 10, 2000);
    enter("anna", refund("back", 11 * DAY, "anna10", 2000));
    assertThat(last().purchaseDays()).isZero();
    assertThat(last().worth()).isZero();
    tick(11);
    assertThat(WorthSketch.of(lastSketch().buyers()).size()).isZero();
    assertThat(lastSketch().customers()).isEqualTo(1);
  }

  @Test
  void countsCustomersWhoDidNotBuyAndThoseWhoCameBack() throws Exception {
    harness.post(Posting.profile("bert", Profile.of("families", null)));
    harness.post(Posting.profile("bert", Profile.of("families", null)));
    buys("anna", 10, 2000);
    buys("anna", 12, 2000);
    buys("carl", 10, 100);
    tick(12);
    assertThat(lastSketch().customers()).isEqualTo(3);
    assertThat(lastSketch().repeaters()).isEqualTo(1);
    assertThat(WorthSketch.of(lastSketch().buyers()).size()).isEqualTo(2);
  }

  @Test
  void countsOnWhoComesAfterTheFirstCountAndAllAgainAfterARestart() throws Exception {
    buys("anna", 10, 2000);
    tick(10);
    harness.post(Posting.profile("bert", Profile.of(null, null)));
    harness.post(Posting.enter("visitor:v", order("x", 10 * DAY, "x", 1)));
    buys("carl", 10, 100);
    tick(10);
    assertThat(lastSketch().customers()).isEqualTo(3);
    harness.restart();
    harness.clock(now);
    tick(11);
    assertThat(lastSketch().customers()).isEqualTo(3);
    harness.post(Posting.profile("dora", Profile.of(null, null)));
    harness.post(Posting.profile("dora", Profile.of("families", null)));
    tick(11);
    assertThat(lastSketch().customers()).isEqualTo(4);
  }

  @Test
  void takesPartOutOfARepeatOrALateSale() throws Exception {
    buys("anna", 10, 2000);
    harness.watermark(20 * DAY);
    buys("anna", 10, 2000);
    buys("anna", 11, 2000);
    assertThat(harness.values()).hasSize(1);
  }

  @Test
  void movesSalesFromOneCustomerToAnother() throws Exception {
    var sale = order("e", 10 * DAY, "o", 2000);
    enter("anna", sale);
    harness.post(Posting.moveOut("anna", sale));
    assertThat(last()).isEqualTo(CustomerValue.none("anna", 10));
    harness.watermark(20 * DAY);
    harness.post(Posting.moveIn("bert", sale));
    assertThat(last().customerId()).isEqualTo("bert");
    assertThat(last().spendMinor()).isEqualTo(2000);
  }

  @Test
  void keepsOfOldSalesOnlyTheirDaysAndPlansOneTimer() throws Exception {
    for (int day = 10; day < 40; day++) {
      buys("anna", day, 100);
    }
    assertThat(harness.timers()).isEqualTo(1);
    harness.watermark(200 * DAY);
    assertThat(harness.timers()).isZero();
    enter("anna", order("late link", 50 * DAY, "o", 1));
    harness.post(Posting.moveIn("anna", order("moved", 50 * DAY, "o", 100)));
    assertThat(last().purchaseDays()).isEqualTo(31);
    assertThat(last().spendMinor()).isEqualTo(3_100);
  }

  @Test
  void givesASampleAsOfTheDayThatIsAskedFor() throws Exception {
    buys("anna", 10, 2000);
    buys("anna", 17, 1000);
    buys("anna", 24, 9000);
    buys("bert", 20, 500);
    tell(new Command(new FitOrder(LocalDate.ofEpochDay(18), "one").command()));
    var sample = harness.side(Outputs.SAMPLES).get(0);
    assertThat(sample.order()).isEqualTo("one");
    assertThat(sample.of()).isEqualTo(1);
    assertThat(sample.buyers()).containsExactly(new PurchaseSummary(2, 1, 8 / 7.0, 10));
    tick(24);
    tell(new Command(new FitOrder(null, "two").command()));
    assertThat(harness.side(Outputs.SAMPLES).get(1).buyers()).hasSize(2);
    assertThat(harness.side(Outputs.SAMPLES).get(1).asOfDay()).isEqualTo(24);
  }

  @Test
  void looksAtNobodyBeforeItHasCaughtUp() throws Exception {
    Progressing.caughtUp = false;
    buys("anna", 10, 2000);
    tell(new Command(new FitOrder(null, "one").command()));
    tick(10);
    assertThat(harness.side(Outputs.SKETCHES)).isEmpty();
    assertThat(harness.side(Outputs.SAMPLES)).isEmpty();
    Progressing.caughtUp = true;
    tick(10);
    assertThat(harness.side(Outputs.SKETCHES)).hasSize(1);
    assertThat(harness.side(Outputs.SAMPLES)).hasSize(1);
  }

  @Test
  void givesTheSampleAlsoAfterARestartBeforeItHadCaughtUp() throws Exception {
    Progressing.caughtUp = false;
    buys("anna", 10, 2000);
    tell(new Command(new FitOrder(LocalDate.ofEpochDay(18), "one").command()));
    harness.restart();
    harness.clock(now);
    Progressing.caughtUp = true;
    tick(10);
    assertThat(harness.side(Outputs.SAMPLES)).singleElement().returns("one", FitSample::order);
    harness.restart();
    harness.clock(now);
    tick(10);
    assertThat(harness.side(Outputs.SAMPLES)).isEmpty();
  }

  @Test
  void restsBetweenPasses() throws Exception {
    buys("anna", 10, 2000);
    tick(10);
    buys("anna", 11, 2000);
    tell(Command.tick(11 * DAY));
    assertThat(harness.side(Outputs.SKETCHES)).hasSize(1);
    tick(11);
    assertThat(harness.side(Outputs.SKETCHES)).hasSize(2);
    tick(11);
    assertThat(harness.side(Outputs.SKETCHES)).hasSize(2);
  }
}
