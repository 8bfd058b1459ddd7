package io.campaignpulse.customer;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.serving.Command;
import io.campaignpulse.value.FitSample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buyers who are too many to be seen at once. */
class CustomerWalksTest {
  private static final long PAUSE = 10_000;
  private static final int BUYERS = 50;

  private CustomerHarness harness;
  private long now = 1_000 * DAY;

  @BeforeEach
  void open() throws Exception {
    harness = new CustomerHarness();
    harness.clock(now);
    for (int n = 0; n < BUYERS; n++) {
      harness.enter("buyer" + n, order("e" + n, 10 * DAY, "o" + n, 500));
    }
    tick(10);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void tick(long day) throws Exception {
    now += PAUSE;
    harness.clock(now);
    harness.tell(Command.tick(day * DAY));
  }

  private void orders(String id) throws Exception {
    harness.tell(new Command(new FitOrder(null, id).command()));
  }

  /** So long that all walks end. */
  private void walks() throws Exception {
    harness.clockRuns(now, now + 1_000);
    now += 1_000;
  }

  @Test
  void givesTheirSampleOnceThoughStartedAgainMeanwhile() throws Exception {
    orders("one");
    assertThat(harness.side(Outputs.SAMPLES)).isEmpty();
    harness.restart();
    tick(10);
    assertThat(harness.side(Outputs.SAMPLES)).isEmpty();
    orders("two");
    walks();
    tick(10);
    assertThat(harness.side(Outputs.SAMPLES))
        .singleElement()
        .satisfies(sample -> assertThat(sample.buyers()).hasSize(BUYERS))
        .returns("one", FitSample::order);
    harness.restart();
    tick(10);
    walks();
    tick(10);
    assertThat(harness.side(Outputs.SAMPLES)).extracting(FitSample::order).containsExactly("two");
  }

  @Test
  void valuesThemAnewSomeAtATime() throws Exception {
    walks();
    var before = harness.values().size();
    tick(11);
    assertThat(harness.values()).hasSizeBetween(before + 1, before + BUYERS - 1);
    walks();
    assertThat(harness.values()).hasSize(before + BUYERS);
    assertThat(harness.values().get(harness.values().size() - 1).asOfDay()).isEqualTo(11);
    assertThat(harness.side(Outputs.SKETCHES))
        .last()
        .satisfies(sketch -> assertThat(sketch.today()).isEqualTo(11));
  }
}
