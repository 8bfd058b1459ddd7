package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The mean of a sample.
 *
 * @param error its standard error
 */
record SampleMean(double value, double error) {

  static SampleMean of(DoubleStream sample) {
    var all = sample.toArray();
    var mean = Arrays.stream(all).average().orElseThrow();
    var squares = Arrays.stream(all).map(each -> (each - mean) * (each - mean)).sum();
    return new SampleMean(mean, Math.sqrt(squares / (all.length - 1) / all.length));
  }

  /** The mean of a sample of ones and zeros. */
  static SampleMean ofShare(long ones, long all) {
    var share = (double) ones / all;
    return new SampleMean(share, Math.sqrt(share * (1 - share) / all));
  }

  void isNear(double truth) {
    assertThat(value).isCloseTo(truth, within(4 * error));
  }
}
