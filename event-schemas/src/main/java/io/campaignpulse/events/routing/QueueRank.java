package io.campaignpulse.events.routing;

/**
 * How a waiting call ranks against others.
 *
 * @param level calls of a higher level go before all of a lower one
 * @param rate priority gained in a second of waiting
 * @param credit priority on entry, in seconds waited at rate 1
 */
public record QueueRank(int level, double rate, double credit) {
  public QueueRank {
    if (!(rate > 0) || !(credit >= 0) || Double.isInfinite(rate + credit)) {
      throw new IllegalArgumentException(
          "a rate must be positive and a credit not negative: " + rate + ", " + credit);
    }
  }

  /** The rank of a call with this rate in a queue of this mode. */
  public static QueueRank of(QueueMode mode, String tier, double rate) {
    return new QueueRank(mode == QueueMode.STRICT ? -tier.charAt(0) : 0, rate, 0);
  }

  /**
   * Which of two calls is answered first: below 0 if the first, above 0 if the second. Of equals it
   * is the one that waited longer.
   */
  public static int compare(QueueRank one, double waited, QueueRank other, double otherWaited) {
    if (one.level != other.level) {
      return Integer.compare(other.level, one.level);
    }
    var byPriority =
        Double.compare(other.rate * otherWaited + other.credit, one.rate * waited + one.credit);
    return byPriority != 0 ? byPriority : Double.compare(otherWaited, waited);
  }
}
