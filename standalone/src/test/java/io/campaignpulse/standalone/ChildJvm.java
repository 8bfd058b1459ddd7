package io.campaignpulse.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Another process of the same classes, for what only a kill can show. */
public final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private ChildJvm(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  public static ChildJvm start(Class<?> main, String... args) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    // A process that lives for a minute never earns back what the second compiler costs.
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(args));
    var error = ProcessBuilder.Redirect.INHERIT;
    return new ChildJvm(new ProcessBuilder(command).redirectError(error).start());
  }

  /** The next line it prints, or null when it has ended. */
  public String readLine() throws IOException {
    return out.readLine();
  }

  public long pid() {
    return process.pid();
  }

  /** The code it ends with. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends it as kill -9 does, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
