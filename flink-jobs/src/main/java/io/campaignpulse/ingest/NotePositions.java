package io.campaignpulse.ingest;

import io.campaignpulse.serving.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Notes how far the source before it was read, and tells what is new of it before each checkpoint's
 * barrier. A restored job tells what it was restored with, so a source at rest is known to be at
 * its end. Any reader may get any partition after a restart, so each keeps the positions of all.
 * State is one position a partition and reader.
 */
final class NotePositions<T extends Placed> extends AbstractStreamOperator<Position>
    implements OneInputStreamOperator<T, Position> {
  private static final long serialVersionUID = 1L;

  private transient Map<String, Position> positions;
  private transient Set<String> untold;
  private transient ListState<Position> kept;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    positions = new HashMap<>();
    untold = new HashSet<>();
    kept =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("positions", TypeInformation.of(Position.class)));
    for (var position : kept.get()) {
      note(position);
    }
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    var origin = element.getValue().origin();
    note(new Position(origin.topic(), origin.partition(), origin.offset() + 1));
  }

  private void note(Position position) {
    var partition = position.topic() + "-" + position.partition();
    positions.merge(partition, position, (a, b) -> a.offset() > b.offset() ? a : b);
    untold.add(partition);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    untold.forEach(partition -> output.collect(new StreamRecord<>(positions.get(partition))));
    untold.clear();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    kept.update(List.copyOf(positions.values()));
  }
}
