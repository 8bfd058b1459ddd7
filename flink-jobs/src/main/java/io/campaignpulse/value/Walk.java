package io.campaignpulse.value;

import java.util.List;

/** Some customers one after the other, and a few at a time, as events wait meanwhile. */
public final class Walk {
  private final List<String> whom;
  private final int some;
  private int next;

  /**
   * @param least how many at a time
   * @param mostTimes however many there are, in so many times all had their turn
   */
  public Walk(List<String> whom, int least, int mostTimes) {
    this.whom = whom;
    this.some = Math.max(least, (whom.size() + mostTimes - 1) / mostTimes);
  }

  /** The next few; nobody when all had their turn. */
  public List<String> next() {
    int end = Math.min(whom.size(), next + some);
    var few = whom.subList(next, end);
    next = end;
    return few;
  }

  /** Whether all had their turn. */
  public boolean ended() {
    return next >= whom.size();
  }
}
