package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.util.Map;
import java.util.TreeMap;

/**
 * One campaign's figures as a recount found them; rows without any figure are absent.
 *
 * @param minutes what each epoch minute of event time added
 */
public record RecountedCampaign(
    String campaignId,
    Tally totals,
    Map<String, Tally> byChannel,
    Map<String, Tally> byVariant,
    Map<String, Tally> bySegment,
    Map<Long, Tally> minutes) {

  static RecountedCampaign empty(String campaignId) {
    return new RecountedCampaign(
        campaignId,
        new Tally(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  public long total(Figure figure) {
    return totals.get(figure);
  }

  void dropEmptyRows() {
    byChannel.values().removeIf(Tally::zero);
    byVariant.values().removeIf(Tally::zero);
    bySegment.values().removeIf(Tally::zero);
    minutes.values().removeIf(Tally::zero);
  }
}
