package io.campaignpulse.standalone.bench;

import io.campaignpulse.standalone.Lifetime;
import io.campaignpulse.standalone.PulseSystem;
import io.campaignpulse.standalone.Settings;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.WiredParts;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A whole system in a process that only it uses. Says where it is, answers questions on its input
 * after the heap in use and its compilers' time, takes a checkpoint when it is told to, and stops
 * when the input ends.
 */
public final class SystemChild {
  static final String READY = "READY ";
  static final String HEAP = "heap";
  static final String COMPILED = "compiled";
  static final String CHECKPOINT = "checkpoint";

  private SystemChild() {}

  /** Takes the data directory. */
  public static void main(String[] args) throws Exception {
    var silent = new Stages(new PrintStream(OutputStream.nullOutputStream()), false);
    // A signal ends its Redis with it.
    var started = Lifetime.begin(silent).started();
    var system = new PulseSystem(settings(Path.of(args[0])), new WiredParts(), silent, started);
    var address = system.start(false);
    var ends = system.endpoints();
    say(READY + ends.kafka().get("bootstrap.servers") + " " + ends.redisUri() + " " + address);
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var asked = input.readLine(); asked != null; asked = input.readLine()) {
      say(answer(asked, system));
    }
    started.close();
    System.exit(0);
  }

  private static String answer(String asked, PulseSystem system) {
    return switch (asked) {
      case HEAP -> Long.toString(heap());
      case COMPILED -> Double.toString(WarmUp.compiledSeconds());
      case CHECKPOINT -> {
        system.orderCheckpoint();
        yield "ordered";
      }
      default -> throw new IllegalArgumentException("no question: " + asked);
    };
  }

  private static long heap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static Settings settings(Path data) {
    return new Settings(
        0,
        data,
        Workload.CURRENCY,
        Duration.ofHours(24),
        Duration.ofDays(180),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
