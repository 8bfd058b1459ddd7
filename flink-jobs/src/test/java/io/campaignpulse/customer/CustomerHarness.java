package io.campaignpulse.customer;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ReachingOperator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The pass over all that customers do, alone and with a clock of its own. */
final class CustomerHarness {
  /** Into so many subtasks, at most, the customers can be divided. */
  private static final int MOST_SUBTASKS = 2;

  private final boolean onDisk;
  private KeyedBroadcastOperatorTestHarness<String, Posting, CustomerNotice, Change> harness;

  CustomerHarness() throws Exception {
    this(false);
  }

  /** With state in RocksDB, as the embedded Flink has it. */
  static CustomerHarness onDisk() throws Exception {
    return new CustomerHarness(true);
  }

  private CustomerHarness(boolean onDisk) throws Exception {
    this.onDisk = onDisk;
    Progressing.caughtUp = true;
    harness = harness(1, 0);
    harness.open();
    // Reference data never hold event time back.
    harness.processBroadcastWatermark(new Watermark(Long.MAX_VALUE));
  }

  private KeyedBroadcastOperatorTestHarness<String, Posting, CustomerNotice, Change> harness(
      int subtasks, int index) throws Exception {
    var made = made(subtasks, index);
    if (onDisk) {
      made.setStateBackend(new EmbeddedRocksDBStateBackend());
    }
    return made;
  }

  private static KeyedBroadcastOperatorTestHarness<String, Posting, CustomerNotice, Change> made(
      int subtasks, int index) throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        ReachingOperator.of(
            new KeepCustomer(Duration.ofDays(60), Capabilities.all(2), new Progressing()),
            KeepCustomer.broadcast()),
        Posting::customer,
        Types.STRING,
        MOST_SUBTASKS,
        subtasks,
        index);
  }

  void restart() throws Exception {
    restore(snapshot());
  }

  /** What would be restored after a kill now. */
  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  /** Goes on from what was kept; what was put out since is gone from here. */
  void restore(OperatorSubtaskState kept) throws Exception {
    restore(kept, 1, 0);
  }

  /** Goes on as one of two subtasks from what one has kept. */
  void restoreHalf(OperatorSubtaskState kept, int index) throws Exception {
    var half =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            kept, MOST_SUBTASKS, 1, 2, index);
    restore(half, 2, index);
  }

  private void restore(OperatorSubtaskState kept, int subtasks, int index) throws Exception {
    harness.close();
    harness = harness(subtasks, index);
    harness.initializeState(kept);
    harness.open();
    harness.processBroadcastWatermark(new Watermark(Long.MAX_VALUE));
  }

  /** Takes a record of reference data that the jobs go by as it is. */
  void set(ReferenceKind kind, SpecificRecord setting) throws Exception {
    hear(new CustomerNotice.Settled(new Setting(kind.topic(), kind.codec().encode(setting))));
  }

  void post(Posting posting) throws Exception {
    harness.processElement(posting, 0);
  }

  void enter(String customer, Touch touch) throws Exception {
    harness.processElement(Posting.enter(customer, touch), touch.at());
  }

  void watermark(long at) throws Exception {
    harness.processWatermark(new Watermark(at));
  }

  void clock(long now) throws Exception {
    harness.setProcessingTime(now);
  }

  /** Lets time pass as it does: operators have a moment between two of their rounds. */
  void clockRuns(long from, long to) throws Exception {
    for (long now = from; now <= to; now += 10) {
      clock(now);
    }
  }

  void define(CampaignTerms... terms) throws Exception {
    hear(new CustomerNotice.Defined(List.of(terms)));
  }

  void tell(Command command) throws Exception {
    hear(new CustomerNotice.Commanded(command));
  }

  void hear(CustomerNotice notice) throws Exception {
    harness.processBroadcastElement(notice, 0);
  }

  List<Change> changes() {
    return harness.extractOutputValues();
  }

  <T> List<T> side(OutputTag<T> tag) {
    var records = harness.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  /** What was told of what customers are worth, in order. */
  List<CustomerValue> values() throws Exception {
    var values = new ArrayList<CustomerValue>();
    for (var view : side(Outputs.VIEWS)) {
      if (RedisKeys.VALUE.equals(view.field())) {
        values.add(Json.MAPPER.readValue(view.json(), CustomerValue.class));
      }
    }
    return values;
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  int entries() {
    var operator = (AbstractStreamOperator<?>) harness.getOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  void close() throws Exception {
    harness.close();
  }
}
