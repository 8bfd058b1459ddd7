package io.campaignpulse.dashboard.live;

/** What is measured of the live view. */
public interface LiveMeter {
  void viewers(int count);

  void frameSent();

  void storeFailed();
}
