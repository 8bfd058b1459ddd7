package io.campaignpulse.value;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.serving.Command;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.TaskInfo;

/**
 * The buyers of a subtask for fits that were ordered: all orders at hand are sampled for by one
 * walk through them, and what is ordered meanwhile by the next.
 */
public final class Sampling {
  private final ValueDesk desk;
  private final Standings standings;
  private final TaskInfo task;
  private final Set<FitOrder> orders = new LinkedHashSet<>();
  private final Map<FitOrder, SampleBuilder> samples = new LinkedHashMap<>();
  private Walk walk = ValuePasses.walk(List.of());

  public Sampling(ValueDesk desk, Standings standings, TaskInfo task) {
    this.desk = desk;
    this.standings = standings;
    this.task = task;
  }

  /** Hears a command; returns the order that it is, for which a sample is to be given. */
  public Optional<FitOrder> heard(Command command) {
    var order = FitOrder.of(command.name());
    order.ifPresent(orders::add);
    return order;
  }

  /** Sets out for what is ordered, unless a walk is under way; returns whether it does. */
  public boolean begin() {
    if (orders.isEmpty() || !samples.isEmpty()) {
      return false;
    }
    orders.forEach(order -> samples.put(order, sample(order)));
    orders.clear();
    walk = ValuePasses.walk(standings.buyers());
    return true;
  }

  private SampleBuilder sample(FitOrder order) {
    long asOf = order.asOf() == null ? desk.today() : order.asOf().toEpochDay();
    return new SampleBuilder(order.id(), asOf, desk.valuation());
  }

  /** Sees some of the buyers; returns whether others are left. */
  public boolean seeSome(ValuePasses.Customers customers) throws Exception {
    customers.each(
        walk.next(),
        (customer, valued) -> {
          samples.values().forEach(sample -> sample.see(valued.purchases));
          return false;
        });
    return !walk.ended();
  }

  /** The samples of the walk that has ended, which are given once; none before. */
  public Map<FitOrder, FitSample> take() {
    var taken = new LinkedHashMap<FitOrder, FitSample>();
    if (walk.ended()) {
      samples.forEach((order, sample) -> taken.put(order, sample.build(task)));
      samples.clear();
    }
    return taken;
  }
}
