package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.Topics;
import io.campaignpulse.serving.RedisViews;
import io.campaignpulse.serving.ViewWrite;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The counting job with every count served: what the number of changing keys costs. */
final class ServeJob {
  private ServeJob() {}

  /** Customers share so many keys. */
  static void define(StreamExecutionEnvironment env, Workload.Ends ends, int keys) {
    env.getConfig().enableObjectReuse();
    var source =
        KafkaSources.of(ends.kafka(), "bench-serve", Topics.events(), new CountJob.ReadCustomer());
    env.fromSource(source, WatermarkStrategy.noWatermarks(), KafkaSources.EVENTS)
        .uid("events")
        .map(customer -> Integer.toString(Math.floorMod(number(customer), keys)))
        .returns(Types.STRING)
        .uid("share")
        .keyBy(key -> key)
        .process(new CountJob.Count())
        .uid("count")
        .map(count -> ViewWrite.of("bench:" + count.key(), null, count.count(), null, null))
        .uid("views")
        .sinkTo(new RedisViews(ends.redisUri()))
        .uid("redis");
  }

  /** The number in an id such as L4711. */
  private static int number(String customer) {
    return Integer.parseInt(customer.substring(1));
  }
}
