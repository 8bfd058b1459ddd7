package io.campaignpulse.standalone.bench;

import org.HdrHistogram.Histogram;

/** A row on the whole system that such rows share, and leave warm. */
interface RowOnWhole extends Row {
  @Override
  default boolean onWhole() {
    return true;
  }

  @Override
  default boolean onlyInFull() {
    return true;
  }

  static double millis(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1_000.0;
  }
}
