package io.campaignpulse.standalone;

/** Progress as a line for each tenth of the total, where there is no terminal. */
final class LineProgress implements Progress {
  private static final int STEPS = 10;

  private final String words;
  private final long total;
  private final Stages stages;
  private int said;

  LineProgress(String words, long total, Stages stages) {
    this.words = words;
    this.total = Math.max(1, total);
    this.stages = stages;
    stages.say("  %s: %,d to do".formatted(words, total));
  }

  @Override
  public synchronized void done(long amount) {
    int step = (int) Math.min(STEPS, amount * STEPS / total);
    if (step > said) {
      said = step;
      stages.say("  %s: %,d of %,d (%d %%)".formatted(words, amount, total, step * 100 / STEPS));
    }
  }

  @Override
  public void close() {
    // The last line was said when the last tenth was done.
  }
}
