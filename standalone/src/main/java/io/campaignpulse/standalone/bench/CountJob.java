package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.EventType;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.avro.CustomerRef;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The least that a Flink job can do: decode, key by customer, count in one small value. */
final class CountJob {
  private CountJob() {}

  static void define(StreamExecutionEnvironment env, Map<String, String> kafka) {
    env.getConfig().enableObjectReuse();
    var source = KafkaSources.of(kafka, "bench-count", Topics.events(), new ReadCustomer());
    env.fromSource(source, WatermarkStrategy.noWatermarks(), KafkaSources.EVENTS)
        .uid("events")
        .keyBy(customer -> customer)
        .process(new Count())
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }

  static final class ReadCustomer implements KafkaRecordDeserializationSchema<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<String> out) {
      try {
        var event =
            EventType.onTopic(message.topic()).orElseThrow().codec().decode(message.value());
        var field = event.getSchema().getField("customer").pos();
        out.collect(((CustomerRef) event.get(field)).getCustomerId());
      } catch (InvalidRecordException e) {
        throw new IllegalStateException("Kafka has an event that can't be read", e);
      }
    }

    @Override
    public TypeInformation<String> getProducedType() {
      return Types.STRING;
    }
  }

  static final class Count extends KeyedProcessFunction<String, String, Counted> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
      count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public void processElement(String customer, Context context, Collector<Counted> out)
        throws Exception {
      var before = count.value();
      var now = before == null ? 1L : before + 1;
      count.update(now);
      out.collect(new Counted(customer, now));
    }
  }
}
