package io.campaignpulse.jobs;

import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Takes what somebody waits for past all else that waits. */
public final class FastLane {
  private FastLane() {}

  /**
   * The same records, the urgent ones on a channel of their own. Of several channels one buffer is
   * read after the other in turn, so where much waits an urgent record waits for one buffer of the
   * others, not for all of them. It overtakes: what reads them must not mind their order.
   *
   * @param pace of the others, in milliseconds: see {@link Pace}
   * @param uid of the step before; those of the two ways begin with it
   */
  public static <T> DataStream<T> of(
      DataStream<T> records, FilterFunction<T> urgent, long pace, String uid) {
    var first = records.filter(urgent).setBufferTimeout(Pace.RARE).uid(uid + "-first");
    var others =
        records
            .filter(record -> !urgent.filter(record))
            .setBufferTimeout(pace)
            .uid(uid + "-others");
    return first.union(others);
  }
}
