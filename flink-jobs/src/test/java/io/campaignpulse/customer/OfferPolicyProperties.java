package io.campaignpulse.customer;

import static io.campaignpulse.customer.OneOfferCase.answered;
import static io.campaignpulse.customer.OneOfferCase.buys;
import static io.campaignpulse.customer.OneOfferCase.call;
import static io.campaignpulse.customer.OneOfferCase.decisions;
import static io.campaignpulse.customer.OneOfferCase.looks;
import static io.campaignpulse.offers.core.Dealing.offer;
import static io.campaignpulse.offers.core.Dealing.policy;
import static io.campaignpulse.response.core.Fixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Cap;
import io.campaignpulse.events.avro.CapScope;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.core.Proposal;
import io.campaignpulse.serving.Progressing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No customer gets more offers than the policy allows, whatever comes when, and killed when. */
class OfferPolicyProperties {
  private static final int MOST = 2;
  private static final long HOUR = 3_600_000;
  private static final long SPAN = 55_000;

  @Property(tries = 60)
  void holdsUnderRepeatsShufflesParallelTriggersAndKills(
      @ForAll("events") List<Touch> events, @ForAll Random random) throws Exception {
    var harness = new CustomerHarness();
    try {
      harness.clock(START + SPAN);
      harness.set(
          ReferenceKind.OFFER_POLICIES,
          policy().setCaps(List.of(new Cap(CapScope.CUSTOMER, MOST, 1))).build());
      harness.set(ReferenceKind.OFFERS, offer("one", "10"));
      harness.set(ReferenceKind.OFFERS, offer("two", "10"));
      var log = new LinkedHashMap<String, OfferDecision>();
      int killed = random.nextInt(events.size() + 1);
      var kept = harness.snapshot();
      int keptAt = 0;
      for (int n = 0; n < killed; n++) {
        harness.enter("anna", events.get(n));
        if (random.nextInt(4) == 0) {
          keep(harness, log);
          kept = harness.snapshot();
          keptAt = n + 1;
        }
      }
      keep(harness, log);
      harness.restore(kept);
      goOn(harness, log, events.subList(keptAt, events.size()), random);
      keep(harness, log);
      assertThat(log.values())
          .filteredOn(decision -> decision.offerId() != null)
          .hasSizeLessThanOrEqualTo(MOST);
    } finally {
      harness.close();
    }
  }

  /** What comes to the log is what anybody may act on; of repeats of an id, either. */
  private static void keep(CustomerHarness harness, Map<String, OfferDecision> log)
      throws Exception {
    for (var decision : decisions(harness)) {
      if (decision.offerId() != null) {
        log.put(decision.decisionId() + decision.offerId(), decision);
      }
    }
  }

  /** The rest comes again in another order, mixed with what was decided before. */
  private static void goOn(
      CustomerHarness harness, Map<String, OfferDecision> log, List<Touch> rest, Random random)
      throws Exception {
    Progressing.caughtUp = false;
    harness.clock(START + SPAN);
    var postings = new ArrayList<Posting>();
    rest.forEach(touch -> postings.add(Posting.enter("anna", touch)));
    rest.stream().limit(3).forEach(touch -> postings.add(Posting.enter("anna", touch)));
    var origin = new Touch.Origin("offer-decisions", 0, 0);
    log.values().forEach(told -> postings.add(Posting.enter("anna", Proposal.touch(told, origin))));
    Collections.shuffle(postings, random);
    for (var posting : postings) {
      harness.post(posting);
    }
    Progressing.caughtUp = true;
    harness.clock(START + SPAN + 2_000);
  }

  @Provide
  Arbitrary<List<Touch>> events() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs().between(0, SPAN),
            Arbitraries.integers().between(0, 30))
        .as(OfferPolicyProperties::event)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }

  private static Touch event(int kind, long after, int number) {
    long at = START + after;
    return switch (kind) {
      case 0 -> call("c" + number, at);
      case 1 -> answered("c" + number, at);
      case 2 -> looks("v" + number, at, Act.PRODUCT_VIEW, "p");
      default -> buys("o" + number, at, 100, null, "p");
    };
  }
}
