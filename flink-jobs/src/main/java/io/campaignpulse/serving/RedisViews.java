package io.campaignpulse.serving;

import java.util.concurrent.Executors;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * The serving store as a sink. What Redis doesn't take waits in the writer, one value a view, so
 * that Redis can be away without the job standing still. A restarted job serves every view again,
 * so what waited when it fell needs no place in checkpoints.
 */
public record RedisViews(String uri) implements Sink<ViewWrite> {
  private static final long serialVersionUID = 1L;

  @Override
  public SinkWriter<ViewWrite> createWriter(WriterInitContext context) {
    return new RedisViewWriter(
        new RedisStore(uri),
        context.getProcessingTimeService(),
        Executors.newSingleThreadExecutor(RedisViews::thread));
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "redis-views");
    thread.setDaemon(true);
    return thread;
  }
}
