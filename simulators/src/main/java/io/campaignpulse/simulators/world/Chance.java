package io.campaignpulse.simulators.world;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Chance that falls the same way for the same seed and keys, on every run and machine. */
final class Chance {
  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Chance of(long seed, long... keys) {
    var mixed = mix(seed);
    for (long key : keys) {
      mixed = mix(mixed ^ mix(key + 0x9E3779B97F4A7C15L));
    }
    return new Chance(mixed);
  }

  /** A key made of a text. */
  static long key(String text) {
    long key = 0;
    for (int i = 0; i < text.length(); i++) {
      key = 31 * key + text.charAt(i);
    }
    return key;
  }

  private static long mix(long bits) {
    var z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Even over 0 to 1. */
  double even() {
    return random.nextDouble();
  }

  boolean holds(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long between(long least, long most) {
    return least + (long) (random.nextDouble() * (most - least));
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of the keys, by the shares that add up to 1. */
  String byShare(Map<String, Double> shares) {
    var left = random.nextDouble();
    String chosen = null;
    for (var each : shares.entrySet()) {
      chosen = each.getKey();
      left -= each.getValue();
      if (left < 0) {
        break;
      }
    }
    return chosen;
  }

  /** A waiting time of which half are below the median. StrictMath: the same on every machine. */
  double waiting(double median) {
    return -StrictMath.log(1 - random.nextDouble()) * median / StrictMath.log(2);
  }

  /** Gamma distributed with this shape and a scale of 1 (Marsaglia and Tsang, 2000). */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
    }
    var d = shape - 1.0 / 3;
    while (true) {
      var x = normal();
      var root = 1 + x / Math.sqrt(9 * d);
      var v = root * root * root;
      var u = 1 - random.nextDouble();
      if (v > 0 && StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
        return d * v;
      }
    }
  }

  double beta(double a, double b) {
    var one = gamma(a);
    return one / (one + gamma(b));
  }

  private double normal() {
    var length = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return length * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  /** How many come in a time in which this many come on average. */
  int count(double mean) {
    var limit = StrictMath.exp(-mean);
    var product = random.nextDouble();
    var count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
