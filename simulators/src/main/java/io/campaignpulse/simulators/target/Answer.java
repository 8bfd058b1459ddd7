package io.campaignpulse.simulators.target;

import java.util.List;

/** What the system took of one bulk request, and what it refused and why. */
public record Answer(long accepted, List<Rejection> rejected) {

  /**
   * One refused line.
   *
   * @param index its place in the request, from 0
   * @param eventId its id, or null where it had none
   */
  public record Rejection(int index, String eventId, String error) {}
}
