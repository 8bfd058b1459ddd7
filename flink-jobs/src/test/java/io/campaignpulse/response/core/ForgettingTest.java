package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.book;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.interaction;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Touch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForgettingTest {
  private static final CampaignBook ENDLESS = book(endless());
  private static final CampaignBook CLOSING = book(campaign("K"));

  private final Ledger ledger = new Ledger();
  private final Map<String, Tally> tiers = new TreeMap<>();

  private static CampaignTerms endless() {
    var k = campaign("K");
    return new CampaignTerms(
        "K",
        k.startsAt(),
        START + 9_000 * DAY,
        k.windowMillis(),
        k.counted(),
        false,
        "CONTROL",
        k.codes(),
        k.numbers(),
        1);
  }

  private void add(List<Change> changes) {
    for (var change : changes) {
      tiers.merge(change.group().tier(), change.lines().tally(), (sum, more) -> sum.add(more));
    }
  }

  private void enter(CampaignBook book, Touch... touches) {
    for (var touch : touches) {
      add(Bookkeeping.enter(ledger, book, touch));
    }
  }

  private void rank(CampaignBook book, String tier) {
    add(Bookkeeping.join(ledger, book, l -> l.rank(tier)));
  }

  @Test
  void anInferredOrderKeepsItsCreditThoughItCameBackLater() {
    enter(
        ENDLESS,
        contact("c", "K", START),
        order("o", START + DAY, "o", 5_000),
        refund("r", START + 30 * DAY, "o", 1_000));
    Bookkeeping.forget(ledger, ENDLESS, START + 15 * DAY);
    enter(ENDLESS, contact("d", "K", START + 250 * DAY), visit("v", START + 251 * DAY));
    assertThat(tiers.get("C").get(Figure.CONTACTED)).isEqualTo(1);
    assertThat(tiers.get("C").get(Figure.RESPONDERS)).isEqualTo(1);
    assertThat(tiers.get("C").get(Figure.REVENUE)).isEqualTo(4_000);
  }

  @Test
  void allThatIsCountedMovesWithTheCustomerThoughItIsForgotten() {
    enter(
        ENDLESS,
        contact("c", "K", START),
        order("o", START + DAY, "o", 5_000),
        refund("r", START + 30 * DAY, "o", 1_000));
    Bookkeeping.forget(ledger, ENDLESS, START + 15 * DAY);
    rank(ENDLESS, "A");
    assertThat(tiers.get("C").zero()).isTrue();
    assertThat(tiers.get("A").get(Figure.CONTACTED)).isEqualTo(1);
    assertThat(tiers.get("A").get(Figure.RESPONDERS)).isEqualTo(1);
  }

  @Test
  void aContactStaysForAVisitThatBeganInItsWindowAndWentOn() {
    enter(
        ENDLESS,
        contact("c", "K", START),
        interaction("e1", Touch.Kind.VISIT, START + 13 * DAY, "session", null, 0),
        interaction("e2", Touch.Kind.VISIT, START + 20 * DAY, "session", null, 0));
    Bookkeeping.forget(ledger, ENDLESS, START + 15 * DAY);
    rank(ENDLESS, "A");
    assertThat(tiers.get("C").zero()).isTrue();
    assertThat(tiers.get("A").get(Figure.VISITS)).isEqualTo(1);
    Bookkeeping.forget(ledger, ENDLESS, START + 21 * DAY);
    assertThat(ledger.page().size()).isZero();
  }

  @Test
  void aDirectOrderOfAClosedCampaignLeavesNoRowBehindHalfEmpty() {
    enter(
        CLOSING,
        contact("c", "K", START),
        order("o", START + 20 * DAY, "o", 5_000),
        interaction("p", Touch.Kind.ORDER, START + 20 * DAY, "p", "K-code", 5_000),
        refund("r", START + 60 * DAY, "p", 1_000));
    Bookkeeping.forget(ledger, CLOSING, START + 45 * DAY);
    rank(CLOSING, "A");
    for (var figure : Figure.values()) {
      tiers.forEach((tier, tally) -> assertThat(tally.get(figure)).as(tier).isNotNegative());
    }
  }

  @Test
  void aClosedCampaignIsRememberedWhileAnEventOfItIs() {
    enter(CLOSING, contact("c", "K", START), contact("d", "K", START + 40 * DAY));
    Bookkeeping.forget(ledger, CLOSING, START + 45 * DAY);
    assertThat(Bookkeeping.due(ledger, CLOSING)).hasValue(START + 54 * DAY);
    rank(CLOSING, "A");
    assertThat(tiers.get("C").zero()).isTrue();
    assertThat(tiers.get("A").get(Figure.CONTACTS)).isEqualTo(2);
    Bookkeeping.forget(ledger, CLOSING, START + 55 * DAY);
    assertThat(ledger.settled()).isEmpty();
  }

  @Test
  void aReturnWithoutItsOrderIsForgottenByItself() {
    enter(ENDLESS, refund("r", START + 30 * DAY, "o", 1_000));
    Bookkeeping.forget(ledger, ENDLESS, START + 30 * DAY);
    assertThat(ledger.page().size()).isEqualTo(1);
    Bookkeeping.forget(ledger, ENDLESS, START + 30 * DAY + 1);
    assertThat(ledger.page().size()).isZero();
  }
}
