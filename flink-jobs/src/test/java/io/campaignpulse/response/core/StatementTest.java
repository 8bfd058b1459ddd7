package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.WINDOW;
import static io.campaignpulse.response.core.Fixtures.book;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.interaction;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static io.campaignpulse.response.core.Fixtures.shares;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.SquaredSpend;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Touch;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static final CampaignBook BOOK = book(campaign("K"), campaign("L"));

  private static Tally tally(CampaignBook book, String campaign, Touch... touches) {
    var share = shares(book, touches).get(campaign);
    return share == null ? new Tally() : Fixtures.tally(share);
  }

  private static Tally tally(String campaign, Touch... touches) {
    return tally(BOOK, campaign, touches);
  }

  @Test
  void creditsAVisitToTheMostRecentContact() {
    var first = contact("c1", "K", START);
    var second = contact("c2", "L", START + DAY);
    var visit = visit("v", START + 2 * DAY);
    assertThat(tally("L", first, second, visit).get(Figure.RESPONDERS)).isEqualTo(1);
    assertThat(tally("K", first, second, visit).get(Figure.RESPONDERS)).isZero();
    assertThat(tally("K", first, second, visit).get(Figure.CONTACTED)).isEqualTo(1);
  }

  @Test
  void prefersTheCodeToTheContact() {
    var share = tally("K", contact("c", "L", START), visit("v", START + DAY, "K-code"));
    assertThat(share.get(Figure.PASS_ALONG_RESPONDERS)).isEqualTo(1);
    assertThat(share.get(Figure.RESPONDERS)).isZero();
    assertThat(share.get(Figure.VISITS)).isEqualTo(1);
  }

  @Test
  void countsTheWindowToItsLastMomentAndNoFurther() {
    var contact = contact("c", "K", START);
    assertThat(tally("K", contact, visit("v", START + WINDOW)).get(Figure.RESPONDERS)).isEqualTo(1);
    assertThat(tally("K", contact, visit("v", START + WINDOW + 1)).get(Figure.RESPONDERS)).isZero();
    assertThat(tally("K", contact, visit("v", START - 1)).get(Figure.RESPONDERS)).isZero();
    var closes = START + 30 * DAY + WINDOW;
    assertThat(tally("K", visit("v", closes, "K")).get(Figure.VISITS)).isEqualTo(1);
    assertThat(tally("K", visit("v", closes + 1, "K")).get(Figure.VISITS)).isZero();
  }

  @Test
  void givesTiesToTheGreatestContactId() {
    var visit = visit("v", START + DAY);
    var figures = shares(BOOK, contact("c1", "K", START), contact("c2", "L", START), visit);
    assertThat(Fixtures.tally(figures.get("L")).get(Figure.VISITS)).isEqualTo(1);
    assertThat(Fixtures.tally(figures.get("K")).get(Figure.VISITS)).isZero();
  }

  @Test
  void passesOverControlAndBouncedContacts() {
    var control = contact("c", "K", "CONTROL", Touch.Status.SENT, START);
    var visit = visit("v", START + DAY);
    var held = tally("K", control, visit);
    assertThat(held.get(Figure.RESPONDERS) + held.get(Figure.VISITS)).isZero();
    assertThat(held.get(Figure.CONTACTED)).isZero();
    assertThat(held.get(Figure.ASSIGNED)).isEqualTo(1);
    assertThat(held.get(Figure.REACTED)).isEqualTo(1);

    var bounced = contact("d", "K", "A", Touch.Status.BOUNCED, START + 5 * DAY);
    var back = tally("K", contact("d", "K", START), bounced, visit);
    assertThat(back.get(Figure.BOUNCED)).isEqualTo(1);
    assertThat(back.get(Figure.CONTACTED)).isEqualTo(1);
    assertThat(back.get(Figure.RESPONDERS)).isZero();
  }

  @Test
  void takesReturnsOffWhereTheOrderIsCredited() {
    var contact = contact("c", "K", START);
    var order = order("e1", START + DAY, "o1", 5_000);
    var late = START + 100 * DAY;
    var figures = tally("K", contact, order, refund("e2", late, "o1", 2_000));
    assertThat(figures.get(Figure.REVENUE)).isEqualTo(3_000);
    assertThat(figures.get(Figure.ORDERS)).isEqualTo(1);
    assertThat(figures.get(Figure.SPEND)).isEqualTo(5_000);
    assertThat(tally("K", contact, refund("e2", late, "o1", 2_000)).get(Figure.REVENUE)).isZero();
  }

  @Test
  void squaresWhatWasSpentHoweverMuchItIs() {
    var contact = contact("c", "K", START);
    var order = order("e1", START + DAY, "o1", 9_000_000_000L);
    var sum = new Tally();
    for (int customers = 0; customers < 1_000; customers++) {
      sum.add(tally("K", contact, order));
    }
    assertThat(SquaredSpend.sum(sum)).isEqualTo(8.1e22);
    var refund = refund("e2", START + 2 * DAY, "o1", 8_999_999_900L);
    assertThat(SquaredSpend.sum(tally("K", contact, order, refund))).isEqualTo(10_000);
  }

  @Test
  void countsDistinctUnitsButEveryOrdersMoney() {
    var contact = contact("c", "K", START);
    var figures =
        tally(
            "K",
            contact,
            interaction("e1", Touch.Kind.VISIT, START + DAY, "session", null, 0),
            interaction("e2", Touch.Kind.VISIT, START + DAY + 5, "session", null, 0),
            order("e3", START + DAY, "o1", 100),
            order("e4", START + DAY, "o2", 50));
    assertThat(figures.get(Figure.VISITS)).isEqualTo(1);
    assertThat(figures.get(Figure.ORDERS)).isEqualTo(2);
    assertThat(figures.get(Figure.CONVERTERS)).isEqualTo(1);
    assertThat(figures.get(Figure.REVENUE)).isEqualTo(150);
  }

  @Test
  void countsOnlyTheResponseTypesAsResponse() {
    var k = campaign("K");
    var ordersOnly =
        new CampaignTerms(
            "K",
            k.startsAt(),
            k.endsAt(),
            k.windowMillis(),
            List.of(Touch.Kind.ORDER),
            false,
            "CONTROL",
            k.codes(),
            k.numbers(),
            1);
    var contact = contact("c", "K", START);
    var figures = tally(book(ordersOnly), "K", contact, visit("v", START + DAY));
    assertThat(figures.get(Figure.VISITS)).isEqualTo(1);
    assertThat(figures.get(Figure.RESPONDERS)).isZero();
  }

  @Test
  void infersNothingForACampaignThatCountsDirectResponseOnly() {
    var k = campaign("K");
    var direct =
        new CampaignTerms(
            "K",
            k.startsAt(),
            k.endsAt(),
            k.windowMillis(),
            Fixtures.ALL,
            true,
            "CONTROL",
            k.codes(),
            k.numbers(),
            1);
    var earlier = contact("c0", "L", START);
    var contact = contact("c1", "K", START + DAY);
    var visit = visit("v", START + 2 * DAY);
    var book = book(direct, campaign("L"));
    assertThat(tally(book, "K", earlier, contact, visit).get(Figure.VISITS)).isZero();
    assertThat(tally(book, "L", earlier, contact, visit).get(Figure.VISITS)).isEqualTo(1);
  }

  @Test
  void keepsWhatNamesAnUndefinedCampaignUntilItIsDefined() {
    var ledger = new Ledger();
    ledger.enter(contact("c", "new", START));
    ledger.enter(visit("v", START + DAY));
    assertThat(Statement.shares(ledger, BOOK)).isEmpty();
    var changes =
        Bookkeeping.revise(ledger, BOOK, book(campaign("K"), campaign("L"), campaign("new")));
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).lines().tally().get(Figure.RESPONDERS)).isEqualTo(1);
  }

  @Test
  void breaksDownByFirstContactAndPutsStrangersUnderNone() {
    var both =
        shares(
            BOOK,
            contact("c1", "K", "B", Touch.Status.SENT, START),
            contact("c2", "K", "A", Touch.Status.SENT, START + DAY));
    assertThat(both.get("K").group()).isEqualTo(new Share.Group("EMAIL", "B", "NONE", "C"));
    assertThat(shares(BOOK, visit("v", START, "K")).get("K").group())
        .isEqualTo(new Share.Group("NONE", "NONE", "NONE", "C"));
  }
}
