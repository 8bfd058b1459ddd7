package io.campaignpulse.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.simulators.load.LoadPlan;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** How long a system takes to start, and after a kill -9 until it serves whole figures again. */
final class Recovery implements Row {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int EVENTS = 50_000;
  private static final int TOGETHER = 2_000;

  @Override
  public String id() {
    return "recovery";
  }

  @Override
  public String title() {
    return "Start, and recovery from kill -9";
  }

  @Override
  public boolean onlyInFull() {
    return true;
  }

  @Override
  public Map<String, Double> measure(BenchSetup setup) throws Exception {
    var data = setup.file("recovery");
    var figures = new LinkedHashMap<String, Double>();
    var began = System.nanoTime();
    var first = SystemProcess.start(setup, data);
    figures.put("secondsToStart", seconds(began));
    feed(first);
    Await.until(PATIENCE, () -> health(first.address()).equals("UP"));
    first.kill();
    began = System.nanoTime();
    try (var second = SystemProcess.start(setup, data)) {
      figures.put("secondsToStartAgain", seconds(began));
      Await.until(PATIENCE, () -> health(second.address()).equals("UP"));
      figures.put("secondsToRecover", seconds(began));
    }
    return figures;
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static void feed(SystemProcess system) {
    var plan = new LoadPlan(1, Instant.now(), EVENTS, LoadMix.even(10, 10_000));
    var client = new PulseClient(system.address());
    client.reference(ReferenceKind.CAMPAIGNS, plan.referenceCampaigns());
    for (long n = 0; n < EVENTS; n += TOGETHER) {
      client.events(LongStream.range(n, n + TOGETHER).mapToObj(plan::event).toList());
    }
  }

  private static String health(URI system) {
    try (var body = system.resolve("/api/v1/health").toURL().openStream()) {
      JsonNode health = Json.MAPPER.readTree(body);
      return health.path("status").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
