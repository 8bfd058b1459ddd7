package io.campaignpulse.simulators.replay;

/** Hears how far a replay is. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = (sent, total, perSecond) -> {};

  /**
   * Some more were answered.
   *
   * @param total events and reference records of the whole replay
   */
  void sent(long sent, long total, double perSecond);
}
