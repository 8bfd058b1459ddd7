package io.campaignpulse.simulators.callcentre;

import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** The four definitions of service level in use; they differ in what becomes of abandoned calls. */
public enum ServiceLevel {
  /** Answered within the threshold, of all offered. */
  OF_OFFERED("of offered", CallCounts::answeredWithin, CallCounts::offered),

  /** Answered within the threshold, of all but those who hung up within it. */
  WITHOUT_SHORT_ABANDONS(
      "without short abandons",
      CallCounts::answeredWithin,
      counts -> counts.offered() - counts.abandonedWithin()),

  /** Out of the queue within the threshold, answered or not, of all offered. */
  REMOVED(
      "removed", counts -> counts.answeredWithin() + counts.abandonedWithin(), CallCounts::offered),

  /** Answered within the threshold, of those answered. */
  OF_ANSWERED("of answered", CallCounts::answeredWithin, CallCounts::answered);

  private final String words;
  private final ToLongFunction<CallCounts> part;
  private final ToLongFunction<CallCounts> whole;

  ServiceLevel(String words, ToLongFunction<CallCounts> part, ToLongFunction<CallCounts> whole) {
    this.words = words;
    this.part = part;
    this.whole = whole;
  }

  /** The definition's name for people. */
  public String words() {
    return words;
  }

  /** Within 0 and 1, or empty while it is of nothing. */
  public OptionalDouble of(CallCounts counts) {
    var all = whole.applyAsLong(counts);
    return all == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) part.applyAsLong(counts) / all);
  }
}
