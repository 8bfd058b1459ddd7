package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.simulators.load.LoadPlan;
import io.campaignpulse.simulators.load.OpenLoad;
import io.campaignpulse.simulators.load.Wire;
import io.campaignpulse.simulators.target.PulseClient;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How soon a router learns a caller's priority, against a handler that answers a constant. */
final class PriorityQueries implements RowOnWhole {
  private static final double QUERIES_PER_SECOND = 2_000;
  private static final int CUSTOMERS = 2_000;

  /** No other load's, as the events of one seed count once. */
  private static final long SEED = 1_000;

  private static final double EVENTS_PER_SECOND = 1_000;
  private static final long EVENTS = 8_000;
  private static final int BARE_WARM_UP_SECONDS = 8;
  private static final int SECONDS = 7;

  @Override
  public String id() {
    return "priority";
  }

  @Override
  public String title() {
    return "Priority queries, 2,000 a second";
  }

  @Override
  public Map<String, Double> measure(BenchSetup setup) throws Exception {
    var figures = new LinkedHashMap<String, Double>();
    var whole = setup.whole();
    var system = whole.process();
    fill(new PulseClient(system.address()));
    whole.settle();
    var queries = new Queries(system.address(), PriorityQueries::path);
    var warmUp = setup.pace().warmUp();
    do {
      queries.fastest(1);
    } while (!warmUp.after(system.compiledSeconds()));
    var micros = queries.steady(QUERIES_PER_SECOND, SECONDS);
    figures.put("p50Millis", RowOnWhole.millis(micros, 50));
    figures.put("p99Millis", RowOnWhole.millis(micros, 99));
    compare(setup, queries, figures);
    return figures;
  }

  private static void fill(PulseClient client) throws InterruptedException {
    var mix = LoadMix.even(10, CUSTOMERS);
    var plan = new LoadPlan(SEED, Instant.now(), EVENTS_PER_SECOND, mix);
    client.reference(ReferenceKind.CAMPAIGNS, plan.referenceCampaigns());
    new OpenLoad<>(plan, Wire.http(client), 2).run(0, EVENTS, System.nanoTime());
  }

  private static String path(long n) {
    return "/api/v1/priority?customerId=L" + n * 7_919 % CUSTOMERS;
  }

  /** Against what the machine lets through at best, of a process of its own. */
  private static void compare(BenchSetup setup, Queries queries, Map<String, Double> figures)
      throws IOException, InterruptedException {
    var command = setup.java("bare", BenchSetup.AS_USUAL);
    command.add(BareServer.class.getName());
    var process =
        new ProcessBuilder(command).redirectError(setup.file("bare.err").toFile()).start();
    try (var output = process.inputReader()) {
      var line = output.readLine();
      if (line == null) {
        throw new IOException("the bare server did not start: see " + setup.file("bare.err"));
      }
      var address = URI.create(line.substring(BareServer.READY.length()));
      var bare = new Queries(address, n -> BareServer.PATH);
      bare.fastest(BARE_WARM_UP_SECONDS);
      figures.put("bareP99Millis", RowOnWhole.millis(bare.steady(QUERIES_PER_SECOND, SECONDS), 99));
      inTurn(queries, bare, figures);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** A second of one, a second of the other: the machine's speed changes within seconds. */
  private static void inTurn(Queries queries, Queries bare, Map<String, Double> figures)
      throws InterruptedException {
    double answered = 0;
    double bareAnswered = 0;
    for (int second = 0; second < SECONDS; second++) {
      answered += queries.fastest(1);
      bareAnswered += bare.fastest(1);
    }
    figures.put("queriesPerSecond", answered / SECONDS);
    figures.put("bareHandlerPerSecond", bareAnswered / SECONDS);
    figures.put("timesSlowerThanBare", bareAnswered / answered);
  }
}
