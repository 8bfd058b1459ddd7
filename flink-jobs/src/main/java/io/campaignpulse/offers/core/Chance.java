package io.campaignpulse.offers.core;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.apache.datasketches.hash.MurmurHash3;

/** Chance that comes out the same whenever it is asked by the same name. */
final class Chance {
  private Chance() {}

  /** A number that is even over 0 to 1. */
  static double even(String name) {
    return (hash(name) >>> 11) * 0x1.0p-53;
  }

  /** A source of numbers of its own. */
  static SplittableRandom source(String name) {
    return new SplittableRandom(hash(name));
  }

  private static long hash(String name) {
    return MurmurHash3.hash(name.getBytes(StandardCharsets.UTF_8), 0)[0];
  }
}
