package io.campaignpulse.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.simulators.recount.Recount;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompleteJourneyTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static ReplayPlan plan;
  private static Map<String, RecountedCampaign> counted;

  @BeforeAll
  static void recount() {
    plan = ReplayPlan.bundled("complete-journey", USD);
    counted = Recount.of(plan.events(), plan.campaigns(), plan.customers(), USD);
  }

  @ParameterizedTest
  @CsvSource({"18,1133,214", "13,1077,196", "8,1076,158"})
  void countsWhoWasContactedAndWhoRedeemed(String campaign, long contacted, long direct) {
    assertThat(counted.get(campaign).total(Figure.CONTACTED)).isEqualTo(contacted);
    assertThat(counted.get(campaign).total(Figure.DIRECT_RESPONDERS)).isEqualTo(direct);
    assertThat(counted.get(campaign).total(Figure.PASS_ALONG_RESPONDERS)).isZero();
  }

  @Test
  void readsEveryRow() {
    assertThat(counted).hasSize(27);
    assertThat(plan.events()).hasSize(6_589 + 2_102 + 47_243);
    assertThat(plan.customers()).hasSize(801);
    assertThat(plan.skipped()).isEmpty();
  }
}
