package io.campaignpulse.customer;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.serving.Command;
import io.campaignpulse.value.FitSample;
import java.util.ArrayList;
import java.util.List;
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

  private List<CustomerValue> told() throws Exception {
    var told = new ArrayList<CustomerValue>();
    for (var view : harness.side(Outputs.VIEWS)) {
      if (RedisKeys.VALUE.equals(view.field())) {
        told.add(Json.MAPPER.readValue(view.json(), CustomerValue.class));
      }
    }
    return told;
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
    var before = told().size();
    tick(11);
    assertThat(told()).hasSizeBetween(before + 1, before + BUYERS - 1);
    walks();
    assertThat(told()).hasSize(before + BUYERS);
    assertThat(told().get(told().size() - 1).asOfDay()).isEqualTo(11);
    assertThat(harness.side(Outputs.SKETCHES))
        .last()
        .satisfies(sketch -> assertThat(sketch.today()).isEqualTo(11));
  }
}
