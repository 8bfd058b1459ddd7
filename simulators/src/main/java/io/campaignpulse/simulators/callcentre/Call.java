package io.campaignpulse.simulators.callcentre;

/**
 * A call, with all that chance decides about it decided beforehand: whatever the discipline, the
 * same caller comes at the same time, would wait as long, takes as long and would buy as much.
 *
 * @param arrived when it enters the queue
 * @param tier 0 is the most valuable
 * @param campaign what made the customer call
 * @param patience seconds after which the caller hangs up unless answered; may be infinite
 * @param service seconds that an agent is taken up by it (talk, hold and wrap-up)
 * @param saleIfAnswered amount, or 0 for no sale
 * @param saleIfAbandoned amount bought in some other way after hanging up, or 0
 */
public record Call(
    double arrived,
    int tier,
    String campaign,
    double patience,
    double service,
    long saleIfAnswered,
    long saleIfAbandoned) {
  /** When the caller hangs up unless answered before. */
  double leaves() {
    return arrived + patience;
  }
}
