package io.campaignpulse.standalone.e2e;

import io.campaignpulse.standalone.ChildJvm;
import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A whole real system in a process of its own, which can be killed. */
final class ChildPulse implements AutoCloseable {
  private final ChildJvm process;
  private final Pulse pulse;
  private boolean killed;

  private ChildPulse(ChildJvm process, Pulse pulse) {
    this.process = process;
    this.pulse = pulse;
  }

  /** Returns as soon as the dashboard answers, when the jobs are still starting. */
  static ChildPulse start(Path data) throws IOException {
    var process = ChildJvm.start(Main.class, data.toString());
    var line = process.readLine();
    if (line == null) {
      process.close();
      throw new IOException("the system did not start");
    }
    var words = line.split(" ");
    var ends = new Endpoints(Map.of("bootstrap.servers", words[0]), words[1]);
    return new ChildPulse(process, new Pulse(ends, URI.create(words[2])));
  }

  Pulse pulse() {
    return pulse;
  }

  /** As kill -9 does, which leaves Redis behind for the next start to find. */
  void kill() throws InterruptedException {
    killed = true;
    process.kill();
  }

  @Override
  public void close() {
    try {
      process.kill();
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    } finally {
      if (!killed) {
        pulse.redis().end();
      }
      pulse.close();
    }
  }

  /** What runs in the other process: prints where it is, and stays while its parent does. */
  public static final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
      var local = LocalPulse.startAsUsual(Path.of(args[0]), Main::tell);
      while (System.in.read() >= 0) {
        // the parent lives
      }
      local.close();
      System.exit(0);
    }

    private static void tell(Endpoints ends, URI address) {
      var kafka = ends.kafka().get("bootstrap.servers");
      System.out.println(kafka + " " + ends.redisUri() + " " + address);
    }
  }
}
