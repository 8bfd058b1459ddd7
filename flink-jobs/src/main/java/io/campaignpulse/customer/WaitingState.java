package io.campaignpulse.customer;

import io.campaignpulse.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Who waited to be shown, over a restart: the names of a subtask as one array of bytes, as a
 * checkpoint would write tens of thousands of texts letter by letter. All subtasks get all arrays,
 * as customers may have come from each.
 */
final class WaitingState {
  private static final ListStateDescriptor<byte[]> NAMES =
      new ListStateDescriptor<>(
          "waiting-to-be-shown", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private static final int USUAL_BYTES = 1_024;

  private final ListState<byte[]> arrays;

  WaitingState(OperatorStateStore store) throws Exception {
    arrays = store.getUnionListState(NAMES);
  }

  /** Those who are of this subtask now, in the order of their turns. */
  List<String> of(TaskInfo task) throws Exception {
    var own = new ArrayList<String>();
    for (var array : arrays.get()) {
      for (var customer : Wire.readTexts(new DataInputDeserializer(array))) {
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
    arrays.update(List.of(written(customers)));
  }

  private static byte[] written(List<String> customers) throws IOException {
    var out = new DataOutputSerializer(USUAL_BYTES);
    Wire.writeTexts(out, customers);
    return out.getCopyOfBuffer();
  }
}
