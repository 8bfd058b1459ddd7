package io.campaignpulse.dashboard.live;

/** The connection to one viewer. */
public interface Line {
  /** Sends without waiting; one of the callbacks follows, on any thread. */
  void send(String frame, Runnable sent, Runnable failed);

  /** Cuts the connection. */
  void cut();
}
