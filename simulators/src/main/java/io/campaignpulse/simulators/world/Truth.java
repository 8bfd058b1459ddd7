package io.campaignpulse.simulators.world;

/**
 * What a perfect measurement of one variant would find in the end.
 *
 * @param responseRate the share of its customers who respond within the window, for whatever reason
 * @param baseline the share that would have done something anyway, as the control group shows
 */
public record Truth(String campaignId, String variant, double responseRate, double baseline) {

  /** What the variant adds. */
  public double lift() {
    return responseRate - baseline;
  }
}
