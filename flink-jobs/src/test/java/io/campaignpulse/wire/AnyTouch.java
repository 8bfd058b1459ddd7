package io.campaignpulse.wire;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import java.util.ArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Touches of every kind, with and without what may be absent. */
public final class AnyTouch {
  private AnyTouch() {}

  /** Of every third touch what it says of products, of others nothing. */
  private static Trade trade(
      String id, long at, Tuple.Tuple4<String, String, String, String> texts) {
    if (at % 3 != 0) {
      return null;
    }
    var items = new ArrayList<Trade.Item>();
    for (int i = 0; i < at % 5; i++) {
      items.add(new Trade.Item(id + i, texts.get1(), Math.abs(at / 7)));
    }
    return new Trade(items, texts.get3(), texts.get4());
  }

  public static Arbitrary<Touch> touches() {
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
            texts
                .tuple4()
                .flatMap(
                    t -> Arbitraries.of(Act.class).injectNull(0.3).map(act -> Tuple.of(t, act))))
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
                    others.get1().get1(),
                    others.get1().get2(),
                    status,
                    others.get1().get3(),
                    others.get1().get4(),
                    at / 3,
                    others.get2(),
                    others.get1().get2(),
                    some.get3(),
                    trade(id, at, others.get1())));
  }
}
