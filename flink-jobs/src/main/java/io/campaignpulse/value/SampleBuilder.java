package io.campaignpulse.value;

import io.campaignpulse.value.core.Observed;
import io.campaignpulse.value.core.PurchaseSummary;
import io.campaignpulse.value.core.Valuation;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;

/** Gathers the buyers of a subtask for a fit. */
final class SampleBuilder {
  private final Valuation valuation;
  private final List<PurchaseSummary> buyers = new ArrayList<>();

  SampleBuilder(Valuation valuation) {
    this.valuation = valuation;
  }

  void add(Observed observed) {
    buyers.add(valuation.summary(observed));
  }

  FitSample build(String order, long asOfDay, TaskInfo task) {
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
