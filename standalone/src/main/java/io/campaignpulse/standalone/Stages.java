package io.campaignpulse.standalone;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person reads while the system starts, works and stops: plain words, one line a stage. */
public final class Stages {
  private static final int WIDTH = 58;

  private final PrintStream out;
  private final boolean terminal;
  private final long start = System.nanoTime();

  public Stages(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Prints a line, and keeps it in the log. */
  public synchronized void say(String line) {
    out.println(line);
    out.flush();
    Log.OF_STAGES.info(line);
  }

  /** Does the work, then says that it is done and how long it took. */
  public <T> T run(String done, Callable<T> work) throws Exception {
    long began = System.nanoTime();
    var result = work.call();
    say("  %s %s".formatted(padded(done), seconds(began)));
    return result;
  }

  /** Prints what went wrong in one line, and keeps the whole of it in the log. */
  public synchronized void failure(String line, Throwable failure) {
    out.println(line + ": " + Reasons.of(failure));
    out.flush();
    Log.OF_STAGES.error(line, failure);
  }

  /** The time since the first stage, as shown to people. */
  public String elapsed() {
    return seconds(start).strip();
  }

  /** A bar, or without a terminal a line now and then, for work whose size is known. */
  public Progress progress(String words, long total) {
    return terminal ? new BarProgress(words, total, out) : new LineProgress(words, total, this);
  }

  private static String padded(String words) {
    int dots = Math.max(2, WIDTH - words.length());
    return words + " " + ".".repeat(dots);
  }

  private static String seconds(long began) {
    return "%5.1f s".formatted((System.nanoTime() - began) / 1e9);
  }

  /** Loaded only when something is said, after the log directory is known. */
  private static final class Log {
    static final Logger OF_STAGES = LoggerFactory.getLogger(Stages.class);
  }
}
