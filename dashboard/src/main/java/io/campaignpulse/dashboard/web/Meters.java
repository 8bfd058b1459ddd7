package io.campaignpulse.dashboard.web;

import io.campaignpulse.dashboard.collect.Outcome;
import io.campaignpulse.dashboard.live.LiveMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What the dashboard measures of itself, for Prometheus. */
public final class Meters implements LiveMeter {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicInteger viewers = new AtomicInteger();
  private final Counter accepted = counter("pulse.collector.accepted", "Events taken");
  private final Counter rejected = counter("pulse.collector.rejected", "Events refused");
  private final Counter frames = counter("pulse.live.frames", "Frames sent to viewers");
  private final Counter logErrors = counter("pulse.kafka.errors", "Failed calls to Kafka");
  private final Counter storeErrors = counter("pulse.redis.errors", "Failed calls to Redis");

  public Meters() {
    Gauge.builder("pulse.live.viewers", viewers, AtomicInteger::get)
        .description("Viewers connected")
        .register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  void collected(Outcome outcome) {
    accepted.increment(outcome.accepted());
    rejected.increment(outcome.rejected().size());
  }

  void logFailed() {
    logErrors.increment();
  }

  @Override
  public void storeFailed() {
    storeErrors.increment();
  }

  @Override
  public void viewers(int count) {
    viewers.set(count);
  }

  @Override
  public void frameSent() {
    frames.increment();
  }

  void answered(String method, String route, int status, Duration took) {
    registry
        .timer("pulse.http.requests", "method", method, "route", route, "status", "" + status)
        .record(took);
  }

  String scrape() {
    return registry.scrape();
  }
}
