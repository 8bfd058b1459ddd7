package io.campaignpulse.value.core;

import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;

/** How the worth of many buyers is spread, in little room (KLL, Apache DataSketches). */
public final class WorthSketch {
  /** Keeps ranks right to some 0.04 percent, well within what the tiers' shares allow. */
  private static final int K = 8192;

  private final KllDoublesSketch sketch;

  public WorthSketch() {
    this(KllDoublesSketch.newHeapInstance(K));
  }

  private WorthSketch(KllDoublesSketch sketch) {
    this.sketch = sketch;
  }

  /** What {@link #bytes} gave. */
  public static WorthSketch of(byte[] bytes) {
    return new WorthSketch(KllDoublesSketch.heapify(Memory.wrap(bytes)));
  }

  public byte[] bytes() {
    return sketch.toByteArray();
  }

  public void add(double worth) {
    sketch.update(worth);
  }

  /** Adds all that another holds. */
  public void add(WorthSketch other) {
    sketch.merge(other.sketch);
  }

  public long size() {
    return sketch.getN();
  }

  /** The share of buyers that are worth at least this; of none, 0. */
  double shareFrom(double worth) {
    return size() == 0 ? 0 : 1 - sketch.getRank(worth, QuantileSearchCriteria.EXCLUSIVE);
  }

  /** The least worth of this share of the buyers, the best ones. */
  double leastOfBest(double share) {
    return sketch.getQuantile(Math.max(0, 1 - share), QuantileSearchCriteria.EXCLUSIVE);
  }

  /** The worth at this many equal steps, from the least to the greatest; empty for nobody. */
  double[] quantiles(int steps) {
    if (size() == 0) {
      return new double[0];
    }
    var ranks = new double[steps + 1];
    for (int step = 0; step <= steps; step++) {
      ranks[step] = (double) step / steps;
    }
    return sketch.getQuantiles(ranks, QuantileSearchCriteria.INCLUSIVE);
  }
}
