package io.campaignpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.response.core.ShareChange.CellChange;
import io.campaignpulse.response.core.ShareChange.GroupChange;
import io.campaignpulse.response.core.ShareChange.MinuteChange;
import io.campaignpulse.wire.Again;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FiguresTypesProperties {
  @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
  void aTallyIsReadAsItWasWritten(@ForAll("tallies") Tally tally) throws IOException {
    assertThat(Again.of(new TallyType.Serializer(), tally)).isEqualTo(tally);
  }

  @Property(tries = 200)
  void aChangeIsReadAsItWasWritten(@ForAll("changes") ShareChange change) throws IOException {
    assertThat(Again.of(new ShareChangeType.Serializer(), change)).isEqualTo(change);
  }

  @Property(tries = 200)
  void totalsGoOnAfterTheyWereKeptAsIfTheyHadNotBeen(
      @ForAll("changes") ShareChange before, @ForAll("changes") ShareChange after)
      throws IOException {
    var totals = new CampaignTotals();
    add(before, totals);
    var kept = Again.of(new TotalsType.Serializer(), totals);
    assertThat(kept.unserved()).isEqualTo(totals.unserved());
    add(after, totals);
    add(after, kept);
    assertThat(kept.serve("K", 1_000)).isEqualTo(totals.serve("K", 1_000));
    assertThat(Again.of(new TotalsType.Serializer(), kept).serve("K", 1_000))
        .isEqualTo(totals.serve("K", 1_000));
  }

  @Property(tries = 100)
  void copiedTotalsStayAsTheyAre(
      @ForAll("changes") ShareChange before, @ForAll("changes") ShareChange after)
      throws IOException {
    var totals = new CampaignTotals();
    add(before, totals);
    var copy = new TotalsType.Serializer().copy(totals);
    var expected = Again.of(new TotalsType.Serializer(), totals);
    add(after, totals);
    totals.takeUnserved();
    assertThat(copy.unserved()).isEqualTo(expected.unserved());
    assertThat(copy.serve("K", 1_000)).isEqualTo(expected.serve("K", 1_000));
  }

  @Property(tries = 100)
  void aCellAndWhatIsNewestInItAreReadAsTheyWereWritten(
      @ForAll("tallies") Tally tally, @ForAll("entries") List<Entry> entries, @ForAll Listing list)
      throws IOException {
    var cell = new CellFigures("EMAIL", "young", tally);
    assertThat(Again.of(new CellTypes.CellSerializer(), cell)).isEqualTo(cell);
    var newest = new NewestInteractions("EMAIL", "young", list, entries);
    assertThat(Again.of(new CellTypes.NewestSerializer(), newest)).isEqualTo(newest);
  }

  private static void add(ShareChange change, CampaignTotals totals) {
    change.groups().forEach(totals::add);
    change.minutes().forEach(minute -> totals.changed(minute.minute()));
  }

  @Provide
  Arbitrary<Tally> tallies() {
    return Arbitraries.maps(Arbitraries.of(Figure.class), Arbitraries.longs())
        .map(
            amounts -> {
              var tally = new Tally();
              amounts.forEach(tally::add);
              return tally;
            });
  }

  @Provide
  Arbitrary<List<Entry>> entries() {
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(40),
            Arbitraries.longs(),
            Arbitraries.of("CONTACT", "CALL", "VISIT", "ORDER", "OTHER"),
            Arbitraries.strings().ofMaxLength(10),
            Arbitraries.of(true, false),
            Arbitraries.of(Act.class).injectNull(0.3),
            Arbitraries.of("EMAIL", "WEB").injectNull(0.3),
            Arbitraries.longs())
        .as(Entry::new)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<ShareChange> changes() {
    var names = Arbitraries.of("EMAIL", "A", "NONE", "");
    var groups = Combinators.combine(names, names, names, names, tallies()).as(GroupChange::new);
    var minutes =
        Combinators.combine(Arbitraries.longs().greaterOrEqual(0), tallies()).as(MinuteChange::new);
    var cells =
        Combinators.combine(names, names, tallies(), entries(), entries()).as(CellChange::new);
    return Combinators.combine(
            groups.list().ofMaxSize(4), minutes.list().ofMaxSize(4), cells.list().ofMaxSize(2))
        .as((group, minute, cell) -> new ShareChange("K", group, minute, cell));
  }
}
