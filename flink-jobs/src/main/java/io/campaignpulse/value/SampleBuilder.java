package io.campaignpulse.value;

import io.campaignpulse.value.core.PurchaseSummary;
import io.campaignpulse.value.core.Purchases;
import io.campaignpulse.value.core.Valuation;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;

/** Gathers the buyers of a subtask for a fit. */
final class SampleBuilder {
  private final String order;
  private final long asOfDay;
  private final Valuation valuation;
  private final List<PurchaseSummary> buyers = new ArrayList<>();

  /**
   * @param order the id of the order to fit
   * @param asOfDay the epoch day on which the observation ends
   */
  SampleBuilder(String order, long asOfDay, Valuation valuation) {
    this.order = order;
    this.asOfDay = asOfDay;
    this.valuation = valuation;
  }

  /** Takes a customer in who had bought by then. */
  void see(Purchases purchases) {
    purchases.observed(asOfDay).ifPresent(observed -> buyers.add(valuation.summary(observed)));
  }

  FitSample build(TaskInfo task) {
    return new FitSample(
        order,
        asOfDay,
        task.getIndexOfThisSubtask(),
        task.getNumberOfParallelSubtasks(),
        buyers.stream().mapToInt(PurchaseSummary::purchaseDays).toArray(),
        buyers.stream().mapToDouble(PurchaseSummary::recencyWeeks).toArray(),
        buyers.stream().mapToDouble(PurchaseSummary::ageWeeks).toArray(),
        buyers.stream().mapToDouble(PurchaseSummary::meanSpend).toArray());
  }
}
