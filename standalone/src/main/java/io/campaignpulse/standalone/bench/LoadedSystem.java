package io.campaignpulse.standalone.bench;

import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.flink.FlinkCluster;
import io.campaignpulse.standalone.load.Load;
import io.campaignpulse.standalone.load.LoadResult;
import io.campaignpulse.standalone.load.LoadRun;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A whole system that loads are sent to, straight to Kafka. */
final class LoadedSystem implements AutoCloseable {
  private static final int CAMPAIGNS = 10;
  private static final int CUSTOMERS = 100_000;

  /** Leaves the compilers a core. */
  private static final double EASY_PER_SECOND = 1_500;

  private static final Duration AT_WORK = Duration.ofSeconds(45);
  private static final int MOST_SECONDS_TO_REST = 90;

  /** Of one processor; a slow one is busy for a third of its time while nothing comes in. */
  private static final double AT_REST = 0.5;

  private static final Duration AT_HARD_WORK = Duration.ofSeconds(40);
  static final Duration WARM_UP = Duration.ofSeconds(10);

  /**
   * From one checkpoint to the next: there is one in it, no more and no less, as there always is.
   */
  static final Duration TIMED = FlinkCluster.BETWEEN_CHECKPOINTS;

  private final BenchSetup setup;
  private final SystemProcess system;
  private final KafkaWire wire;
  private long loads;

  private LoadedSystem(BenchSetup setup, SystemProcess system) {
    this.setup = setup;
    this.system = system;
    this.wire = new KafkaWire(system.ends().kafka());
  }

  static LoadedSystem start(BenchSetup setup) throws IOException {
    return new LoadedSystem(setup, SystemProcess.start(setup, setup.file("whole")));
  }

  /** Keeps it at work for a while: compilers need more than a minute for all that it does. */
  void warmUp() throws InterruptedException {
    send(EASY_PER_SECOND, Duration.ZERO, AT_WORK, () -> {});
  }

  /** The process that it is. */
  SystemProcess process() {
    return system;
  }

  /**
   * The same at the rate that is to be timed, which is too much until compilers are done. It lets
   * it come to rest then.
   */
  void warmUpAt(double perSecond) throws IOException, InterruptedException {
    send(perSecond, Duration.ZERO, AT_HARD_WORK, () -> {});
    settle();
  }

  /**
   * Waits until it has done what a load that was too much has left it: customers wait for their
   * turn to be shown, and tables to be merged.
   */
  void settle() throws IOException, InterruptedException {
    var began = System.nanoTime();
    var rest = new WarmUp(AT_REST, 0, MOST_SECONDS_TO_REST);
    do {
      TimeUnit.SECONDS.sleep(1);
    } while (!rest.after(system.workedSeconds()));
    setup.stages().say("    At rest after %.0f s".formatted((System.nanoTime() - began) / 1e9));
  }

  URI address() {
    return system.address();
  }

  Endpoints ends() {
    return system.ends();
  }

  /** Sends a load, which runs for {@link #WARM_UP} before it is timed. */
  LoadResult load(double perSecond, Duration timed) throws InterruptedException {
    return send(perSecond, WARM_UP, timed, () -> {});
  }

  /**
   * Whether it keeps up with a rate: a checkpoint at the beginning of the timed part, too, as what
   * is only kept up with from one to the next is not for long.
   */
  boolean sustains(double perSecond, Duration timed) throws InterruptedException {
    return send(perSecond, WARM_UP, timed, system::orderCheckpoint).sustained();
  }

  /** Each load has a seed of its own, as the events of one seed count once. */
  private LoadResult send(double perSecond, Duration warmUp, Duration timed, Runnable onceTimed)
      throws InterruptedException {
    var mix = LoadMix.even(CAMPAIGNS, CUSTOMERS);
    var load = new Load(++loads, perSecond, warmUp, timed, mix);
    var redis = Optional.of(system.ends().redisUri());
    return LoadRun.run(load, system.address(), redis, wire, onceTimed, setup.stages());
  }

  @Override
  public void close() throws IOException {
    wire.close();
    system.close();
  }
}
