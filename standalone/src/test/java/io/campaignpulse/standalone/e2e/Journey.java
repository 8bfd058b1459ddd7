package io.campaignpulse.standalone.e2e;

import io.campaignpulse.simulators.recount.Recount;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import io.campaignpulse.simulators.replay.ReplayPlan;
import java.time.Instant;
import java.util.Map;

/** The bundled data set and its recount, read once for all tests. */
final class Journey {
  static final ReplayPlan PLAN = ReplayPlan.bundled("complete-journey", Pulse.USD);
  static final Map<String, RecountedCampaign> RECOUNTED = recount(PLAN);

  /** Its first months, for what need not be long. */
  static final ReplayPlan FIRST_MONTHS = PLAN.before(Instant.parse("2017-08-01T00:00:00Z"));

  private Journey() {}

  static Map<String, RecountedCampaign> recount(ReplayPlan plan) {
    return Recount.of(plan.events(), plan.campaigns(), plan.customers(), Pulse.USD);
  }
}
