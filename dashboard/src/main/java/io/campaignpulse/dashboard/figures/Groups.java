package io.campaignpulse.dashboard.figures;

import io.campaignpulse.dashboard.lift.SampleRatio;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.util.HashMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A campaign's customers by what they were assigned to: the control group, and the treated. */
record Groups(String controlVariant, Tally control, SortedMap<String, Tally> treated) {
  private static final String DEFAULT_CONTROL = "CONTROL";

  /**
   * @param campaign null while it is not defined
   * @param figures null while there are none
   */
  static Groups of(Campaign campaign, CampaignFigures figures) {
    var controlVariant = campaign == null ? DEFAULT_CONTROL : campaign.getControlVariant();
    var treated = new TreeMap<String, Tally>();
    if (figures != null) {
      treated.putAll(figures.byVariant());
      treated.remove(CampaignFigures.NONE);
    }
    var control = treated.remove(controlVariant);
    return new Groups(controlVariant, control == null ? new Tally() : control, treated);
  }

  /** Whether they were assigned as planned; empty if the campaign plans nothing. */
  Optional<SampleRatio> ratio(Campaign campaign) {
    if (campaign == null) {
      return Optional.empty();
    }
    var shares = new HashMap<String, Double>();
    campaign.getPlannedShares().forEach(one -> shares.put(one.getVariant(), one.getShare()));
    var assigned = new HashMap<String, Long>();
    treated.forEach((variant, tally) -> assigned.put(variant, tally.get(Figure.ASSIGNED)));
    assigned.put(controlVariant, control.get(Figure.ASSIGNED));
    return SampleRatio.of(shares, assigned);
  }

  /** All treated customers, whatever their variant. */
  Tally pooled() {
    var all = new Tally();
    treated.values().forEach(all::add);
    return all;
  }
}
