package io.campaignpulse.dashboard.kafka;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;

/** Asks Kafka every other second whether it is there. */
public final class KafkaProbe implements BooleanSupplier, AutoCloseable {
  private static final long EVERY_MILLIS = 2_000;

  private final Admin admin;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "kafka-probe");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean answered;

  public KafkaProbe(KafkaClients clients) {
    this.admin = clients.admin();
    timer.scheduleWithFixedDelay(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void ask() {
    try {
      admin.describeCluster().clusterId().get(EVERY_MILLIS, TimeUnit.MILLISECONDS);
      answered = true;
    } catch (Exception e) {
      answered = false;
    }
  }

  @Override
  public boolean getAsBoolean() {
    return answered;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    admin.close(java.time.Duration.ofSeconds(2));
  }
}
