package io.campaignpulse.customer;

import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.util.CollectionUtil;

/**
 * Who waited to be shown, over a restart: one list a subtask, so that a checkpoint notes one place
 * however many wait. All subtasks get all lists, as customers may have come from each.
 */
final class WaitingState {
  private static final ListStateDescriptor<List<String>> NAMES =
      new ListStateDescriptor<>("waiting-to-be-shown", Types.LIST(Types.STRING));

  private final ListState<List<String>> lists;

  WaitingState(OperatorStateStore store) throws Exception {
    lists = store.getUnionListState(NAMES);
  }

  /** Those who are of this subtask now, in the order of their turns. */
  List<String> of(TaskInfo task) throws Exception {
    return CollectionUtil.iterableToList(lists.get()).stream()
        .flatMap(List::stream)
        .filter(customer -> subtask(customer, task) == task.getIndexOfThisSubtask())
        .toList();
  }

  private static int subtask(String customer, TaskInfo task) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        customer, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
  }

  void keep(List<String> customers) throws Exception {
    lists.update(List.of(customers));
  }
}
