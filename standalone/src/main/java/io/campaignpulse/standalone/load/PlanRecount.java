package io.campaignpulse.standalone.load;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.simulators.load.LoadPlan;
import io.campaignpulse.simulators.recount.Recount;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * The figures that a load must come to, recounted from its plan. Customers of a load have nothing
 * to do with one another, so they are recounted some at a time, and memory stays small.
 */
final class PlanRecount {
  private static final long EVENTS_AT_A_TIME = 200_000;

  private final LoadPlan plan;
  private final Currency currency;
  private final Door door;

  PlanRecount(LoadPlan plan, Currency currency) {
    this.plan = plan;
    this.currency = currency;
    this.door = new Door(currency);
  }

  /**
   * Every campaign by its id.
   *
   * @param before events that were sent before those of the plan
   */
  Map<String, RecountedCampaign> of(
      List<? extends SpecificRecord> before, long events, List<Campaign> campaigns) {
    var all = new TreeMap<String, RecountedCampaign>();
    var slices = (int) (events / EVENTS_AT_A_TIME + 1);
    for (int slice = 0; slice < slices; slice++) {
      var some = new ArrayList<SpecificRecord>();
      for (long n = -before.size(); n < events; n++) {
        var event = n < 0 ? before.get((int) (n + before.size())) : plan.event(n);
        if (Math.floorMod(customer(event).hashCode(), slices) == slice) {
          some.add(admit(event));
        }
      }
      Recount.of(some, campaigns, List.of(), currency)
          .forEach((id, found) -> all.merge(id, found, PlanRecount::sum));
    }
    return all;
  }

  private SpecificRecord admit(SpecificRecord event) {
    try {
      return door.admit(event, plan.start());
    } catch (InvalidRecordException e) {
      throw new IllegalStateException("the load has an event that the door refuses", e);
    }
  }

  private static String customer(SpecificRecord event) {
    var field = event.getSchema().getField("customer").pos();
    return ((CustomerRef) event.get(field)).getCustomerId();
  }

  private static RecountedCampaign sum(RecountedCampaign one, RecountedCampaign other) {
    one.totals().add(other.totals());
    add(one.byChannel(), other.byChannel());
    add(one.byVariant(), other.byVariant());
    add(one.bySegment(), other.bySegment());
    add(one.minutes(), other.minutes());
    return one;
  }

  private static <K> void add(Map<K, Tally> sum, Map<K, Tally> more) {
    more.forEach((key, tally) -> sum.computeIfAbsent(key, k -> new Tally()).add(tally));
  }
}
