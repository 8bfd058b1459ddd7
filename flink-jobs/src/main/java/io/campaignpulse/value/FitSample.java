package io.campaignpulse.value;

import io.campaignpulse.value.core.PurchaseSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * The buyers of one subtask, for a fit: at each place one customer.
 *
 * @param order the id of the order to fit
 * @param asOfDay the epoch day on which the observation ends
 * @param subtask which of them
 * @param of how many there are
 * @param meanSpend over the repeat purchase days, in major units; 0 without any
 */
public record FitSample(
    String order,
    long asOfDay,
    int subtask,
    int of,
    int[] purchaseDays,
    double[] recencyWeeks,
    double[] ageWeeks,
    double[] meanSpend) {

  /** The buyers one by one. */
  public List<PurchaseSummary> buyers() {
    var buyers = new ArrayList<PurchaseSummary>(purchaseDays.length);
    for (int i = 0; i < purchaseDays.length; i++) {
      buyers.add(new PurchaseSummary(purchaseDays[i], recencyWeeks[i], ageWeeks[i], meanSpend[i]));
    }
    return buyers;
  }
}
