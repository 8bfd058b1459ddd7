package io.campaignpulse.standalone;

/** How far a long work has come. */
public interface Progress extends AutoCloseable {
  /** Says how much of the total is done. */
  void done(long amount);

  @Override
  void close();
}
