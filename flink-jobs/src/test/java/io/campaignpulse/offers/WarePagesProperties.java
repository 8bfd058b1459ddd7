package io.campaignpulse.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.offers.core.Wares.Ware;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class WarePagesProperties {
  /** Two pairs of these share a hash, and so a page. */
  private static final List<String> IDS = List.of("Aa", "BB", "AaAa", "BBBB", "Kühlschrank", "1");

  @Property
  void aPageHoldsWhatWasLastSaidOfEachOfItsProducts(
      @ForAll("sayings") List<Tuple2<String, Ware>> sayings) {
    Map<String, Ware> said = new HashMap<>();
    Map<Integer, byte[]> pages = new HashMap<>();
    for (var saying : sayings) {
      var id = saying.get1();
      said.put(id, saying.get2());
      pages.merge(
          WarePages.page(id),
          WarePages.with(null, id, saying.get2()),
          (page, alone) -> WarePages.with(page, id, saying.get2()));
    }
    said.values().removeIf(Ware::unknown);
    Map<String, Ware> kept = new HashMap<>();
    for (var page : pages.values()) {
      WarePages.each(page, (id, ware) -> assertThat(kept.put(id, ware)).isNull());
    }
    assertThat(kept).isEqualTo(said);
  }

  @Provide
  Arbitrary<List<Tuple2<String, Ware>>> sayings() {
    var wares =
        Arbitraries.of(
            new Ware(null, null),
            new Ware("Küche", null),
            new Ware(null, Period.ofMonths(6)),
            new Ware("Garden", Period.parse("P1Y2M3D")));
    return Arbitraries.of(IDS).flatMap(id -> wares.map(ware -> Tuple.of(id, ware))).list();
  }
}
