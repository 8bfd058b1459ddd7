package io.campaignpulse.serving;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The serving store as a sink. What Redis doesn't take waits in the writer, one value a view, so
 * that Redis can be away without the job standing still until much waits; checkpoints hold what
 * waits and is not {@link ServedAnew}, so that none has to wait for Redis.
 */
public record RedisViews(String uri)
    implements Sink<ViewWrite>, SupportsWriterState<ViewWrite, List<ViewWrite>> {
  private static final long serialVersionUID = 1L;

  /** So many bytes may wait in each writer, of which a job has a few: a part of a small heap. */
  private static final long MOST_WAITING = 64L << 20;

  @Override
  public StatefulSinkWriter<ViewWrite, List<ViewWrite>> createWriter(WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<ViewWrite, List<ViewWrite>> restoreWriter(
      WriterInitContext context, Collection<List<ViewWrite>> unwritten) {
    var writer =
        new RedisViewWriter(
            new RedisStore(uri),
            context.getProcessingTimeService(),
            Executors.newSingleThreadExecutor(RedisViews::thread),
            context.getMailboxExecutor()::yield,
            MOST_WAITING);
    writer.restore(unwritten);
    return writer;
  }

  @Override
  public SimpleVersionedSerializer<List<ViewWrite>> getWriterStateSerializer() {
    return new ViewsForm();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "redis-views");
    thread.setDaemon(true);
    return thread;
  }
}
