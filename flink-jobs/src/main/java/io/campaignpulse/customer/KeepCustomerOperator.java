package io.campaignpulse.customer;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.response.core.Change;
import java.util.List;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Runs {@link KeepCustomer} and lets it turn to any customer at any time, which Flink gives to no
 * function: the other ways to the few whom a border that moved parts from their tier, or whose turn
 * to be shown has come, are through all keys there are, and a timer in the state of each.
 */
final class KeepCustomerOperator
    extends CoBroadcastWithKeyedOperator<String, Posting, CustomerNotice, Change> implements Reach {
  private static final long serialVersionUID = 1L;

  private static final String ON_DISK = "rocksdb";

  /** Of so many customers a subtask keeps the books at hand: some megabytes. */
  private static final int MOST_WARM = 2_048;

  KeepCustomerOperator(KeepCustomer keeping) {
    super(keeping, List.of(KeepCustomer.broadcast()));
  }

  @Override
  public void open() throws Exception {
    ((KeepCustomer) userFunction).reaching(this);
    super.open();
  }

  @Override
  public void turnTo(String customer) {
    setCurrentKey(customer);
  }

  @Override
  public <T> ValueState<T> warm(ValueState<T> kept) {
    return ON_DISK.equals(getKeyedStateBackend().getBackendTypeIdentifier())
        ? new Warm<>(kept, this::getCurrentKey, MOST_WARM)
        : kept;
  }

  @Override
  public long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  @Override
  public void later(long at, Task task) {
    getProcessingTimeService().registerTimer(at, time -> task.run());
  }

  @Override
  public void give(Change change) {
    output.collect(new StreamRecord<>(change));
  }

  @Override
  public <T> void give(OutputTag<T> tag, T message) {
    output.collect(tag, new StreamRecord<>(message));
  }
}
