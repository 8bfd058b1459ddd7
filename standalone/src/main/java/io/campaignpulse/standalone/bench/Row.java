package io.campaignpulse.standalone.bench;

import java.util.Map;

/** One row of the table: something that is measured, by named figures. */
interface Row {
  /** The name under which its figures are kept from run to run. */
  String id();

  String title();

  /** Measures once. */
  Map<String, Double> measure(BenchSetup setup) throws Exception;

  /** Whether it is measured on the whole system that such rows share, and leave warm. */
  default boolean onWhole() {
    return false;
  }

  /** Whether others are compared with it, so that it is measured before and after them. */
  default boolean isBase() {
    return false;
  }

  /** Whether a short run leaves it out. */
  default boolean onlyInFull() {
    return false;
  }
}
