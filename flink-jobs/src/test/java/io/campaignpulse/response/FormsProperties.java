package io.campaignpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.identity.PostingType;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.response.core.Settled;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

class FormsProperties {
  private static <T> T again(TypeSerializer<T> serializer, T value) throws IOException {
    var out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    var in = new DataInputDeserializer(out.getCopyOfBuffer());
    var read = serializer.deserialize(in);
    assertThat(in.available()).isZero();
    return read;
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
  void aPostingArrivesAsItWasSent(@ForAll("touches") Touch touch, @ForAll String customer)
      throws IOException {
    var serializer = new PostingType.Serializer();
    for (var posting :
        List.of(
            Posting.enter(customer, touch),
            Posting.moveOut(customer, touch),
            Posting.moveIn(customer, touch),
            Posting.segment(customer, touch.code()))) {
      assertThat(again(serializer, posting)).isEqualTo(posting);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
  void aLedgerIsReadAsItWasKept(@ForAll("ledgers") Ledger ledger) throws IOException {
    var read = again(new LedgerType.Serializer(), ledger);
    assertThat(read.touches()).isEqualTo(ledger.touches());
    assertThat(read.settled()).isEqualTo(ledger.settled());
    assertThat(read.segment()).isEqualTo(ledger.segment());
    assertThat(read.reviewAt()).isEqualTo(ledger.reviewAt());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.MIXIN)
  void aCopiedLedgerStaysAsItIs(@ForAll("ledgers") Ledger ledger, @ForAll("touches") Touch touch) {
    var touches = List.copyOf(ledger.touches());
    var copy = new LedgerType.Serializer().copy(ledger);
    ledger.enter(touch);
    ledger.settled().clear();
    ledger.assign("another");
    assertThat(copy.touches()).isEqualTo(touches);
    assertThat(copy.segment()).isNotEqualTo("another");
    assertThat(copy.settled()).hasSize(1);
  }

  @Provide
  Arbitrary<Ledger> ledgers() {
    var segments = Arbitraries.of("families", "Familien & Freunde").injectNull(0.3);
    return Combinators.combine(touches().list().ofMaxSize(30), segments, Arbitraries.longs())
        .as(
            (touches, segment, at) -> {
              var ledger = new Ledger();
              touches.forEach(touch -> ledger.enter(touch.entry()));
              ledger.assign(segment);
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
    var texts = Arbitraries.strings().ofMaxLength(40).injectNull(0.3);
    var identities = Arbitraries.strings().ofMaxLength(10).list().ofMaxSize(3);
    var origins =
        Combinators.combine(
                Arbitraries.of("calls", "sales"),
                Arbitraries.integers().between(0, 1000),
                Arbitraries.longs().greaterOrEqual(0))
            .as(Touch.Origin::new)
            .injectNull(0.2);
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(300),
            Arbitraries.of(Touch.Kind.class),
            origins,
            Arbitraries.longs(),
            texts.tuple3(),
            identities,
            Arbitraries.of(Touch.Status.class).injectNull(0.3),
            texts.tuple4())
        .as(
            (id, kind, origin, at, some, known, status, others) ->
                new Touch(
                    id,
                    kind,
                    origin,
                    at,
                    some.get1(),
                    known,
                    some.get2(),
                    some.get3(),
                    others.get1(),
                    others.get2(),
                    status,
                    others.get3(),
                    others.get4(),
                    at / 3));
  }
}
