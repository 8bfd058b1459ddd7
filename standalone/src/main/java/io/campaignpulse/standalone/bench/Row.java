package io.campaignpulse.standalone.bench;

import java.util.Map;

/** One row of the table: something that is measured, by named figures. */
interface Row {
  /** The name under which its figures are kept from run to run. */
  String id();

  String title();

  /** Measures once; rows are measured by turns, several times. */
  Map<String, Double> measure(Lab lab) throws Exception;

  /** Whether a short run leaves it out. */
  default boolean onlyInFull() {
    return false;
  }
}
