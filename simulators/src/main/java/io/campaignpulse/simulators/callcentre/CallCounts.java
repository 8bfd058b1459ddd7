package io.campaignpulse.simulators.callcentre;

/**
 * What a service level is reckoned from.
 *
 * @param answeredWithin answered within the threshold
 * @param abandonedWithin abandoned within the threshold: short abandons
 */
public record CallCounts(long answered, long abandoned, long answeredWithin, long abandonedWithin) {
  public long offered() {
    return answered + abandoned;
  }
}
