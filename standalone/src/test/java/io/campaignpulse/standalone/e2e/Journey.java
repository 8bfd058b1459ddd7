package io.campaignpulse.standalone.e2e;

import io.campaignpulse.simulators.recount.Recount;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import io.campaignpulse.simulators.replay.ReplayPlan;
import java.util.Map;

/** The bundled data set and its recount, read once for all tests. */
final class Journey {
  static final ReplayPlan PLAN = ReplayPlan.bundled("complete-journey", Pulse.USD);
  static final Map<String, RecountedCampaign> RECOUNTED =
      Recount.of(PLAN.events(), PLAN.campaigns(), PLAN.customers(), Pulse.USD);

  private Journey() {}
}
