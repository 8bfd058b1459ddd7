package io.campaignpulse.value;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.serving.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.apache.flink.api.common.TaskInfo;

/**
 * When all customers of a subtask are looked at, and what comes of it: their worth anew when the
 * day or the model has changed, how worth is spread, and samples for fits that were ordered.
 */
public final class ValuePasses {
  private final ValueDesk desk;
  private final TaskInfo task;
  private final PassPlan plan = new PassPlan();
  private final List<FitOrder> orders = new ArrayList<>();

  public ValuePasses(ValueDesk desk, TaskInfo task) {
    this.desk = desk;
    this.task = task;
  }

  /** All customers of a subtask. */
  public interface Customers {
    /** How many are known by an id. */
    long known() throws Exception;

    /** Shows each who was ever seen to buy, and keeps what says so. */
    void each(BiPredicate<String, Valued> changed) throws Exception;
  }

  /** Somebody's worth changed, or somebody is new. */
  public void changed() {
    plan.changed();
  }

  /** Everybody's worth may be another. */
  public void allAnew() {
    plan.allAnew();
  }

  public void heard(Command command) {
    FitOrder.of(command.name()).ifPresent(orders::add);
    if (command.name().equals(Command.REBUILD)) {
      plan.allAnew();
    }
  }

  public boolean due(long now) {
    return plan.due(now);
  }

  public void done(long begun, long now) {
    plan.done(begun, now);
  }

  /**
   * Looks at all customers.
   *
   * @param revalued told of each who was valued anew
   */
  public ValueSketch pass(Customers customers, BiConsumer<String, Valued> revalued)
      throws Exception {
    var allAnew = plan.begin();
    var census = new Census();
    customers.each(
        (customer, valued) -> {
          var anew = allAnew && valued.told();
          if (anew) {
            desk.revalue(customer, valued);
            revalued.accept(customer, valued);
          }
          census.add(valued);
          return anew;
        });
    return census.sketch(task, desk.today(), customers.known());
  }

  /** The samples of all fits that were ordered and not sampled for yet. */
  public List<FitSample> samples(Customers customers) throws Exception {
    var samples = new ArrayList<FitSample>();
    for (var order : orders) {
      samples.add(sample(customers, order));
    }
    orders.clear();
    return samples;
  }

  private FitSample sample(Customers customers, FitOrder order) throws Exception {
    long asOf = order.asOf() == null ? desk.today() : order.asOf().toEpochDay();
    var sample = new SampleBuilder(desk.valuation());
    customers.each(
        (customer, valued) -> {
          valued.purchases.observed(asOf).ifPresent(sample::add);
          return false;
        });
    return sample.build(order.id(), asOf, task);
  }
}
