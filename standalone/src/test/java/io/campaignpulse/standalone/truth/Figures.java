package io.campaignpulse.standalone.truth;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Brings streamed and recounted figures to one form. */
public final class Figures {
  private static final Set<Figure> LIFT =
      Set.of(
          Figure.ASSIGNED,
          Figure.REACTED,
          Figure.BOUGHT,
          Figure.SPEND,
          Figure.SPEND_SQUARED,
          Figure.SPEND_SQUARED_UPPER);

  private Figures() {}

  /** A recount keeps the figures of lift by variant only. */
  public static Tally withoutLift(Tally tally) {
    var rest = tally.copy();
    LIFT.forEach(figure -> rest.add(figure, -rest.get(figure)));
    return rest;
  }

  public static Map<String, Tally> of(Collection<RecountedCampaign> campaigns) {
    var all = new TreeMap<String, Tally>();
    for (var campaign : campaigns) {
      var id = campaign.campaignId();
      all.put(id + " totals", campaign.totals());
      campaign.byChannel().forEach((key, t) -> all.put(id + " channel " + key, t));
      campaign.byVariant().forEach((key, t) -> all.put(id + " variant " + key, t));
      campaign.bySegment().forEach((key, t) -> all.put(id + " segment " + key, t));
      campaign.minutes().forEach((minute, t) -> all.put(id + " minute " + minute, t));
    }
    all.values().removeIf(Tally::zero);
    return all;
  }
}
