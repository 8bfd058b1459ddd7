package io.campaignpulse.dashboard.figures;

import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
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

  /** All treated customers, whatever their variant. */
  Tally pooled() {
    var all = new Tally();
    treated.values().forEach(all::add);
    return all;
  }
}
