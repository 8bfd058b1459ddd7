package io.campaignpulse.offers.core;

import static io.campaignpulse.offers.core.Dealing.board;
import static io.campaignpulse.offers.core.Dealing.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.offers.Trigger.Kind;
import io.campaignpulse.offers.core.Wares.Ware;
import io.campaignpulse.value.core.Goods.Owned;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayMomentsTest {
  private static final long TODAY = LocalDate.parse("2026-03-01").toEpochDay();

  private static OfferBoard products() {
    var board = board(policy().build());
    board.wares().put("filter", new Ware("Supplies", Period.ofMonths(6)));
    return board;
  }

  private static Owned bought(String product, String day) {
    return new Owned(product, null, LocalDate.parse(day).toEpochDay() * 86_400_000 + 5);
  }

  private static Buyer buyer(int purchaseDays, int recency, long lastDay, int birthday) {
    return new Buyer("anna", "A", 9, List.of(), purchaseDays, recency, lastDay, birthday);
  }

  private static List<Trigger> on(long day, Buyer buyer) {
    return DayMoments.of(buyer, day - 1, day, products());
  }

  @Test
  void aProductIsDueForReplacementOnOneDayOnly() {
    var goods = List.of(bought("filter", "2025-09-01"), bought("fridge", "2025-09-01"));
    var buyer = new Buyer("anna", "A", 9, goods, 1, 0, TODAY - 180, 0);
    var due = on(TODAY, buyer);
    assertThat(due).singleElement().extracting(Trigger::kind).isEqualTo(Kind.REPLACEMENT_DUE);
    assertThat(due.get(0).about()).containsExactly("filter", "Supplies");
    assertThat(due.get(0).at()).isEqualTo(TODAY * 86_400_000);
    assertThat(on(TODAY - 1, buyer)).isEmpty();
    assertThat(on(TODAY + 1, buyer)).isEmpty();
    assertThat(DayMoments.of(buyer, TODAY - 5, TODAY + 5, products()).get(0).eventId())
        .isEqualTo(due.get(0).eventId());
  }

  @Test
  void aCustomerLapsesOnceTheyAreTwiceAsLateAsUsual() {
    var usualTenDays = buyer(4, 30, TODAY - 20, 0);
    assertThat(on(TODAY, usualTenDays)).extracting(Trigger::kind).containsExactly(Kind.LAPSE);
    assertThat(on(TODAY + 1, usualTenDays)).isEmpty();
    assertThat(on(TODAY, buyer(4, 30, TODAY - 19, 0))).isEmpty();
    assertThat(on(TODAY, buyer(2, 10, TODAY - 20, 0))).as("too little is known").isEmpty();
    assertThat(on(TODAY, buyer(31, 30, TODAY - 14, 0))).as("two weeks at least").hasSize(1);
  }

  @Test
  void aBirthdayComesOnceAYearThoughNobodyLookedThatDay() {
    assertThat(on(TODAY, buyer(1, 0, 0, 301)))
        .extracting(Trigger::kind)
        .containsExactly(Kind.BIRTHDAY);
    assertThat(on(TODAY + 1, buyer(1, 0, 0, 301))).isEmpty();
    assertThat(DayMoments.of(buyer(1, 0, 0, 227), TODAY - 9, TODAY, products())).hasSize(1);
    assertThat(on(TODAY, buyer(1, 0, 0, 0))).isEmpty();
  }
}
