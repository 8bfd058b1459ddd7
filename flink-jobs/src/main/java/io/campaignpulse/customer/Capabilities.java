package io.campaignpulse.customer;

import java.io.Serializable;

/**
 * What is done at the pass over all that customers do, beside counting campaign response.
 *
 * @param value to say what customers are worth
 * @param activity to show what they did lately
 * @param routing to say how their calls should be answered
 * @param offers to say what to offer them, and what is bought together; needs value
 * @param minorDigits how many decimals the reporting currency has
 */
public record Capabilities(
    boolean value, boolean activity, boolean routing, boolean offers, int minorDigits)
    implements Serializable {

  public static Capabilities all(int minorDigits) {
    return new Capabilities(true, true, true, true, minorDigits);
  }

  /** Campaign response alone. */
  public static Capabilities none() {
    return new Capabilities(false, false, false, false, 0);
  }
}
