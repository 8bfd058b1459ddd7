package io.campaignpulse.standalone;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar on a terminal. */
final class BarProgress implements Progress {
  private static final int COLUMNS = 78;

  private final ProgressBar bar;

  BarProgress(String words, long total, PrintStream out) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("  " + words)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .setConsumer(new ConsoleProgressBarConsumer(out, COLUMNS))
            .showSpeed()
            .build();
  }

  @Override
  public void done(long amount) {
    bar.stepTo(amount);
  }

  @Override
  public void close() {
    bar.close();
  }
}
