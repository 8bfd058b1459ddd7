package io.campaignpulse.events.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.avro.QueueRule;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.routing.QueueRules.Caller;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueRulesTest {
  private static final Set<String> ACTIVE = Set.of("eve", "ida");

  private static final QueueRule OWN = rule("agent-{lastAgentId}");
  private static final QueueRule TEAM = rule("team", "eve", "bob");
  private static final QueueRule ALL = rule("all");

  private static QueueRule rule(String queue, String... lastAgents) {
    return new QueueRule(queue, List.of(), List.of(), List.of(), List.of(lastAgents));
  }

  private static String suggest(String lastAgentId, QueueRule... rules) {
    var all = new RoutingRules("CURRENT", 1.0, 4.0, 1.2, 1.1, 900, List.of(rules));
    var caller = new Caller(CallReason.CART, "B", null, lastAgentId);
    return QueueRules.suggest(all, caller, ACTIVE::contains).orElse(null);
  }

  @Test
  void aRuleThatNamesLastAgentsFitsThoseTheyServed() {
    assertThat(suggest("eve", TEAM)).isEqualTo("team");
    assertThat(suggest("ida", TEAM)).isNull();
    assertThat(suggest(null, TEAM)).isNull();
    assertThat(suggest(null, ALL)).isEqualTo("all");
  }

  @Test
  void aQueueOfManyTakesAlsoThoseWhoseLastAgentIsGone() {
    assertThat(suggest("bob", TEAM)).isEqualTo("team");
  }

  @Test
  void thePersonalQueueIsThatOfTheLastAgent() {
    assertThat(suggest("eve", OWN)).isEqualTo("agent-eve");
    assertThat(suggest("ida", rule("{lastAgentId}"))).isEqualTo("ida");
    assertThat(suggest("eve", rule("{lastAgentId}/{lastAgentId}"))).isEqualTo("eve/eve");
  }

  @Test
  void nobodyWaitsInThePersonalQueueOfAnAgentWhoIsGoneOrOfNobody() {
    assertThat(suggest("bob", OWN)).isNull();
    assertThat(suggest(null, OWN)).isNull();
    assertThat(suggest("bob", OWN, TEAM, ALL)).isEqualTo("team");
    assertThat(suggest(null, OWN, TEAM, ALL)).isEqualTo("all");
  }

  @Test
  void thePersonalQueueMayBeThatOfSomeAgentsOnlyAndTheFirstRuleHolds() {
    var some = rule("agent-{lastAgentId}", "eve", "bob");
    assertThat(suggest("eve", some, ALL)).isEqualTo("agent-eve");
    assertThat(suggest("ida", some, ALL)).isEqualTo("all");
    assertThat(suggest("bob", some, ALL)).isEqualTo("all");
    assertThat(suggest("eve", TEAM, OWN)).isEqualTo("team");
  }

  @Test
  void anyOtherListMustFitToo() {
    var german =
        new QueueRule(
            "agent-{lastAgentId}",
            List.of(CallReason.CART),
            List.of("B"),
            List.of("de"),
            List.of("eve"));
    assertThat(suggest("eve", german)).isNull();
    german.setLanguages(List.of());
    assertThat(suggest("eve", german)).isEqualTo("agent-eve");
    german.setTiers(List.of("A"));
    assertThat(suggest("eve", german)).isNull();
  }
}
