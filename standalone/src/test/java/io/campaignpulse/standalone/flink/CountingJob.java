package io.campaignpulse.standalone.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Counts 0, 1, 2, … in keyed state and appends "number count" to a file: as long as nothing is lost
 * or counted twice, the count is always the number plus one.
 */
final class CountingJob {
  private static final String EVERY_200_MS = "200ms";

  private CountingJob() {}

  /** Runs the job until the process is killed. */
  public static void main(String[] args) throws Exception {
    start(Path.of(args[0]), Path.of(args[1]));
    System.in.read();
  }

  static FlinkCluster start(Path checkpoints, Path output) throws Exception {
    var settings =
        Map.of(
            "execution.checkpointing.interval",
            EVERY_200_MS,
            "execution.checkpointing.min-pause",
            "0ms");
    var flink = FlinkCluster.start(checkpoints, checkpoints.resolve("tmp"), settings);
    flink.submit("counting", environment -> define(environment, output.toString()), line -> {});
    return flink;
  }

  private static void define(StreamExecutionEnvironment environment, String output) {
    environment.setParallelism(1);
    var numbers =
        new DataGeneratorSource<>(
            number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(500), Types.LONG);
    environment
        .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
        .uid("numbers")
        .keyBy(number -> "all", Types.STRING)
        .map(new Count(output))
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }

  private static final class Count extends RichMapFunction<Long, Long> {
    private static final long serialVersionUID = 1L;
    private final String output;
    private transient ValueState<Long> counted;

    Count(String output) {
      this.output = output;
    }

    @Override
    public void open(OpenContext context) {
      counted = getRuntimeContext().getState(new ValueStateDescriptor<>("counted", Types.LONG));
    }

    @Override
    public Long map(Long number) throws IOException {
      long before = counted.value() == null ? 0 : counted.value();
      counted.update(before + 1);
      Files.writeString(
          Path.of(output),
          number + " " + (before + 1) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return before + 1;
    }
  }
}
