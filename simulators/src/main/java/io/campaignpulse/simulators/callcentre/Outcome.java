package io.campaignpulse.simulators.callcentre;

/**
 * What became of a call.
 *
 * @param waited seconds in queue until answered or abandoned
 */
public record Outcome(Call call, boolean answered, double waited) {
  long sale() {
    return answered ? call.saleIfAnswered() : call.saleIfAbandoned();
  }
}
