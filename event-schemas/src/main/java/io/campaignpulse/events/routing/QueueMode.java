package io.campaignpulse.events.routing;

/** In which order the calls of a queue are answered. */
public enum QueueMode {
  /** By seconds waited times the call's rate, so that everybody's turn comes. */
  ACCUMULATING,
  /** By tier, and within a tier as above: in overload, where not everybody's turn can come. */
  STRICT
}
