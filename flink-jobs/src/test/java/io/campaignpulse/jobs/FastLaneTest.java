package io.campaignpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

class FastLaneTest {
  private static final int OTHERS = 2_000;
  private static final String LONG = "x".repeat(100);
  private static final CountDownLatch ALL_SENT = new CountDownLatch(1);
  private static final List<String> ORDER = new CopyOnWriteArrayList<>();

  private static List<String> records() {
    var records = new ArrayList<String>();
    for (int i = 0; i < OTHERS; i++) {
      records.add(LONG + i);
    }
    records.add("urgent");
    records.add("end");
    return records;
  }

  private static String sent(String record) {
    if (record.equals("end")) {
      ALL_SENT.countDown();
    }
    return record;
  }

  private static String read(String record) throws InterruptedException {
    assertThat(ALL_SENT.await(30, TimeUnit.SECONDS)).isTrue();
    ORDER.add(record);
    return record;
  }

  @Test
  void whatIsUrgentOvertakesMostOfWhatWaitsAndNothingIsLost() throws Exception {
    var env = StreamExecutionEnvironment.createLocalEnvironment(1);
    var records =
        env.fromData(records(), Types.STRING).uid("records").map(FastLaneTest::sent).uid("sent");
    FastLane.of(records, record -> record.equals("urgent"), Pace.PROMPT, "lane")
        .keyBy(record -> 0)
        .map(FastLaneTest::read)
        .returns(Types.STRING)
        .uid("read")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    env.execute();

    var order = new ArrayList<>(ORDER);
    assertThat(order).containsExactlyInAnyOrderElementsOf(records());
    assertThat(order.indexOf("urgent")).isLessThan(OTHERS / 2);
    order.remove("urgent");
    assertThat(order).startsWith(LONG + 0, LONG + 1).endsWith("end");
  }
}
