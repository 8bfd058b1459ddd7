package io.campaignpulse.value.core;

import static java.lang.Math.max;
import static java.lang.Math.min;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * The greatest value of a function of logarithms, within bounds, by Powell's BOBYQA: roughly from
 * several starts, then finely from the best, again until nothing is gained, since one ascent may
 * end early on a ridge.
 */
final class Maximum {
  private static final double WIDE_STEP = 1;
  private static final double ROUGH_STEP = 1e-2;
  private static final double NEAR_STEP = 0.1;
  private static final double FINE_STEP = 1e-6;
  private static final int EVALUATIONS = 5_000;

  /** Gains in log-likelihood below this say nothing about customers. */
  private static final double NO_GAIN = 1e-6;

  private final MultivariateFunction function;
  private final SimpleBounds bounds;

  /**
   * @param limit greatest absolute value of each logarithm
   */
  Maximum(MultivariateFunction function, double... limit) {
    this.function = function;
    var lower = Arrays.stream(limit).map(value -> -value).toArray();
    this.bounds = new SimpleBounds(lower, limit);
  }

  double[] from(List<double[]> starts) {
    var best =
        starts.stream()
            .map(start -> ascent(start, WIDE_STEP, ROUGH_STEP))
            .max(Maximum::compare)
            .orElseThrow();
    for (; ; ) {
      var next = ascent(best.getPoint(), NEAR_STEP, FINE_STEP);
      if (next.getValue() - best.getValue() < NO_GAIN) {
        return next.getPoint();
      }
      best = next;
    }
  }

  private static int compare(PointValuePair one, PointValuePair other) {
    return Double.compare(one.getValue(), other.getValue());
  }

  private PointValuePair ascent(double[] start, double firstStep, double lastStep) {
    int points = 2 * start.length + 1;
    return new BOBYQAOptimizer(points, firstStep, lastStep)
        .optimize(
            new MaxEval(EVALUATIONS),
            new ObjectiveFunction(function),
            GoalType.MAXIMIZE,
            new InitialGuess(within(start)),
            bounds);
  }

  private double[] within(double[] start) {
    double[] limit = bounds.getUpper();
    return IntStream.range(0, start.length)
        .mapToDouble(i -> max(-limit[i], min(start[i], limit[i])))
        .toArray();
  }
}
