package io.campaignpulse.customer;

import io.campaignpulse.wire.FormType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Who waited to be shown, over a restart. All subtasks get all lists, as customers may have come
 * from each.
 */
final class WaitingState {
  private static final ListStateDescriptor<Waited> WAITED =
      new ListStateDescriptor<>("waited-to-be-shown", new FormType<>(new Waited.Serializer()));

  private final ListState<Waited> lists;

  WaitingState(OperatorStateStore store) throws Exception {
    lists = store.getUnionListState(WAITED);
  }

  /** Those who are of this subtask now, in the order of their turns. */
  List<String> of(TaskInfo task) throws Exception {
    var own = new ArrayList<String>();
    for (var waited : lists.get()) {
      for (var customer : waited.customers()) {
        if (subtask(customer, task) == task.getIndexOfThisSubtask()) {
          own.add(customer);
        }
      }
    }
    return own;
  }

  private static int subtask(String customer, TaskInfo task) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        customer, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
  }

  void keep(List<String> customers) throws Exception {
    lists.update(List.of(new Waited(customers)));
  }
}
