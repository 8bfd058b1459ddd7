package io.campaignpulse.offers.core;

import static io.campaignpulse.offers.core.Dealing.board;
import static io.campaignpulse.offers.core.Dealing.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Affinity;
import io.campaignpulse.events.views.Affinity.Pair;
import io.campaignpulse.events.views.Opportunity.Kind;
import io.campaignpulse.offers.core.Opportunities.Found;
import io.campaignpulse.offers.core.Opportunities.Worthy;
import io.campaignpulse.offers.core.Wares.Ware;
import io.campaignpulse.value.core.Goods.Owned;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpportunitiesTest {
  private static final long TODAY = LocalDate.parse("2026-03-01").toEpochDay();

  private static OfferBoard products() {
    var board = board(policy().build());
    board.wares().put("filter", new Ware(null, Period.ofDays(30)));
    return board;
  }

  private static Buyer buyer(String id, String tier, long daysAgo, Owned... goods) {
    return new Buyer(id, tier, id.length(), List.of(goods), 1, 0, TODAY - daysAgo, 0);
  }

  private static Owned owned(String product, String category, long daysAgo) {
    return new Owned(product, category, (TODAY - daysAgo) * 86_400_000);
  }

  @Test
  void countsWhoIsDueForReplacementWithoutWhoOptedOut() {
    var opportunities = new Opportunities(products(), TODAY);
    opportunities.look(buyer("anna", "C", 30, owned("filter", null, 30)), () -> false);
    opportunities.look(buyer("berta", "C", 40, owned("filter", null, 40)), () -> false);
    opportunities.look(buyer("carl", "C", 29, owned("filter", null, 29)), () -> false);
    opportunities.look(buyer("dora", "C", 99, owned("filter", null, 99)), () -> true);
    assertThat(opportunities.found())
        .containsExactly(
            new Found(
                Kind.REPLACEMENT,
                "filter",
                null,
                2,
                1,
                List.of(new Worthy("berta", 5), new Worthy("anna", 4))));
  }

  @Test
  void countsWhoBuysInOneOnlyOfTwoCategoriesThatBelongTogether() {
    var board = products();
    board.together().take(Affinity.Kind.CATEGORY, List.of(new Pair("Coffee", "Mills", 9, 9)));
    var opportunities = new Opportunities(board, TODAY);
    opportunities.look(buyer("anna", "C", 1, owned("e", "Coffee", 1)), () -> false);
    opportunities.look(
        buyer("bert", "C", 1, owned("e", "Coffee", 1), owned("m", "Mills", 1)), () -> false);
    opportunities.look(buyer("carl", "C", 1, owned("m", "Mills", 1)), () -> false);
    assertThat(opportunities.found())
        .extracting(Found::name)
        .containsExactly("SINGLE_CATEGORY Coffee Mills", "SINGLE_CATEGORY Mills Coffee");
    assertThat(opportunities.found()).extracting(Found::customers).containsExactly(1L, 1L);
  }

  @Test
  void namesWhatABuyerIsBehindWhetherTheyWantOffersOrNot() {
    var board = products();
    board.together().take(Affinity.Kind.CATEGORY, List.of(new Pair("Coffee", "Mills", 9, 9)));
    var opportunities = new Opportunities(board, TODAY);
    var owned = new Owned[] {owned("e", "Mills", 99), owned("filter", null, 99)};
    var names =
        List.of("REPLACEMENT filter", "SINGLE_CATEGORY Mills Coffee", "TOP_WITHOUT_PURCHASE");
    assertThat(opportunities.look(buyer("anna", "A", 99, owned), () -> false)).isEqualTo(names);
    assertThat(opportunities.look(buyer("bert", "A", 99, owned), () -> true)).isEqualTo(names);
    assertThat(opportunities.look(buyer("carl", "C", 1), () -> false)).isEmpty();
  }

  @Test
  void countsTheGroupWithoutOffersAndListsNoneOfThem() {
    var board = products();
    board.policy(policy().setSilentShare(0.5).build());
    var opportunities = new Opportunities(board, TODAY);
    var listed = new ArrayList<String>();
    for (int n = 0; n < 40; n++) {
      var buyer = buyer("c" + n, "C", 30, owned("filter", null, 30));
      if (!opportunities.look(buyer, () -> false).isEmpty()) {
        listed.add(buyer.customer());
      }
    }
    assertThat(listed).hasSizeBetween(5, 35).noneMatch(board.policy()::silent);
    var found = opportunities.found().get(0);
    assertThat(found.customers()).isEqualTo(40);
    assertThat(found.top())
        .extracting(Worthy::customer)
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void countsWhoOfTheTopFifthHasNotBoughtThisYear() {
    var opportunities = new Opportunities(products(), TODAY);
    opportunities.look(buyer("anna", "A", 60), () -> false);
    opportunities.look(buyer("bert", "B", 60), () -> false);
    opportunities.look(buyer("carl", "A", 59), () -> false);
    opportunities.look(buyer("dora", "C", 60), () -> false);
    assertThat(opportunities.found())
        .extracting(Found::name)
        .containsExactly("TOP_WITHOUT_PURCHASE");
    assertThat(opportunities.found().get(0).customers()).isEqualTo(2);
  }

  @Test
  void partsPutTogetherAreWhatOneLookWouldHaveFound() {
    var whole = new Opportunities(products(), TODAY);
    var parts = new ArrayList<Opportunities>();
    IntStream.range(0, 3).forEach(n -> parts.add(new Opportunities(products(), TODAY)));
    for (int n = 0; n < 700; n++) {
      var optedOut = n % 7 == 0;
      var buyer =
          new Buyer(
              "c" + n, "A", n * 31 % 500, List.of(owned("filter", null, n % 60)), 1, 0, TODAY, 0);
      whole.look(buyer, () -> optedOut);
      parts.get(n % 3).look(buyer, () -> optedOut);
    }
    var found = new ArrayList<Found>();
    parts.forEach(part -> found.addAll(part.found()));
    assertThat(Opportunities.together(found)).containsExactlyElementsOf(whole.found());
    assertThat(whole.found().get(0).top()).hasSize(100);
  }
}
