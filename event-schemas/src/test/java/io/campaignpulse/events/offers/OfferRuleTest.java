package io.campaignpulse.events.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferRuleTest {
  private static final CustomerFacts FACTS =
      new CustomerFacts("A", null, null, List.of("("), List.of());
  private static final Trigger MOMENT =
      new Trigger(Trigger.Kind.CALL_QUEUED, "e", 0, "u", null, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {"dyn(tier)", "dyn(1)", "tier.matches(tags[0])", "tags[5] == 'x'", "1 / 0 == 1"})
  void whatCannotBeWorkedOutDoesNotHold(String rule) throws Exception {
    assertThat(OfferRule.of(rule).holds(FACTS, MOMENT, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tier == 'A'", "dyn(true)", "about"})
  void whatIsTrueHolds(String rule) throws Exception {
    assertThat(OfferRule.of(rule).holds(FACTS, MOMENT, true)).isTrue();
  }
}
