package io.campaignpulse.standalone.bench;

import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.embedded.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A whole system in a process of its own. */
final class SystemProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final Writer input;
  private final Endpoints ends;
  private final URI address;

  private SystemProcess(Process process, BufferedReader output, Endpoints ends, URI address) {
    this.process = process;
    this.output = output;
    this.input = process.outputWriter();
    this.ends = ends;
    this.address = address;
  }

  /** Returns once all of it runs. */
  static SystemProcess start(BenchSetup setup, Path data) throws IOException {
    var command = setup.java(data.getFileName().toString(), BenchSetup.AS_USUAL);
    command.addAll(List.of(SystemChild.class.getName(), data.toString()));
    var errors = setup.file(data.getFileName() + ".err").toFile();
    var process = new ProcessBuilder(command).redirectError(errors).start();
    var output = process.inputReader();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(SystemChild.READY)) {
        var words = line.substring(SystemChild.READY.length()).split(" ");
        var ends = new Endpoints(Map.of("bootstrap.servers", words[0]), words[1]);
        return new SystemProcess(process, output, ends, URI.create(words[2]));
      }
    }
    throw new IOException("the system did not start: see " + errors);
  }

  Endpoints ends() {
    return ends;
  }

  URI address() {
    return address;
  }

  /** Processor time it has used but for its compilers, in seconds. */
  double workedSeconds() throws IOException {
    return new ProcessorTime(process.pid()).seconds();
  }

  /** What it holds after a collection, in bytes. */
  long heap() throws IOException {
    return Long.parseLong(ask(SystemChild.HEAP));
  }

  /** All time that its compilers have taken, in seconds. */
  double compiledSeconds() throws IOException {
    return Double.parseDouble(ask(SystemChild.COMPILED));
  }

  /** Has it take a checkpoint, beyond the one a minute. */
  void orderCheckpoint() {
    try {
      ask(SystemChild.CHECKPOINT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized String ask(String what) throws IOException {
    input.write(what + "\n");
    input.flush();
    return output.readLine();
  }

  /** Ends it as kill -9 does. Its Redis is left behind for the next start to find. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    input.close();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }
}
