package io.campaignpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Fixtures;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.response.core.Settled;
import io.campaignpulse.wire.Again;
import io.campaignpulse.wire.AnyTouch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerTypeProperties {
  @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
  void aLedgerIsReadAsItWasKept(@ForAll("ledgers") Ledger ledger) throws IOException {
    var read = Again.of(new LedgerType.Serializer(), ledger);
    assertThat(read.touches()).isEqualTo(ledger.touches());
    assertThat(read.settled()).isEqualTo(ledger.settled());
    assertThat(read.membership()).isEqualTo(ledger.membership());
    assertThat(read.reviewAt()).isEqualTo(ledger.reviewAt());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.MIXIN)
  void aCopiedLedgerStaysAsItIs(@ForAll("ledgers") Ledger ledger, @ForAll("touches") Touch touch) {
    var touches = List.copyOf(ledger.touches());
    var copy = new LedgerType.Serializer().copy(ledger);
    ledger.enter(touch);
    ledger.settled().clear();
    ledger.assign(Profile.of("another", null));
    assertThat(copy.touches()).isEqualTo(touches);
    assertThat(copy.membership().profile().segment()).isNotEqualTo("another");
    assertThat(copy.settled()).hasSize(1);
  }

  @Property(tries = 200)
  void copiesOfCopiesGoTheirOwnWays(
      @ForAll("ledgers") Ledger first, @ForAll("touches") Touch touch, @ForAll Random random) {
    var ledgers = new ArrayList<>(List.of(first));
    var expected = new ArrayList<>(List.of(new Ledger()));
    first.touches().forEach(expected.get(0)::enter);
    for (int step = 0; step < 12; step++) {
      int which = random.nextInt(ledgers.size());
      if (random.nextBoolean()) {
        ledgers.add(new LedgerType.Serializer().copy(ledgers.get(which)));
        expected.add(new Ledger());
        expected.get(which).touches().forEach(expected.get(expected.size() - 1)::enter);
      } else {
        var entered = Fixtures.named(touch.entry(), "step" + step);
        ledgers.get(which).enter(entered);
        expected.get(which).enter(entered);
      }
    }
    for (int i = 0; i < ledgers.size(); i++) {
      assertThat(ledgers.get(i).touches()).isEqualTo(expected.get(i).touches());
    }
  }

  @Provide
  Arbitrary<Ledger> ledgers() {
    var segments = Arbitraries.of("families", "Familien & Freunde").injectNull(0.3);
    return Combinators.combine(touches().list().ofMaxSize(30), segments, Arbitraries.longs())
        .as(
            (touches, segment, at) -> {
              var ledger = new Ledger();
              touches.forEach(touch -> ledger.enter(touch.entry()));
              ledger.assign(Profile.of(segment, at % 2 == 0 ? null : "ko"));
              ledger.rank(at % 3 == 0 ? null : "B");
              ledger.reviewAt(at);
              ledger.settled().putAll(settled(at));
              return ledger;
            });
  }

  private static Map<String, Settled> settled(long at) {
    var first = new Settled.FirstContact(at, "c", "EMAIL", "A");
    var treated = at % 2 == 0 ? first : null;
    var tally = new Tally().add(Figure.VISITS, 3).add(Figure.REVENUE, -at);
    return Map.of("K", new Settled(first, treated, at, Settled.NEVER, at, true, false, -at, tally));
  }

  @Provide
  Arbitrary<Touch> touches() {
    return AnyTouch.touches();
  }
}
