package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerProperties {
  private static final List<CampaignTerms> CAMPAIGNS =
      List.of(Fixtures.campaign("K"), Fixtures.campaign("L"), Fixtures.campaign("M"));
  private static final CampaignBook BOOK = new CampaignBook(CAMPAIGNS);

  /** The same campaigns, which go on. */
  private static final CampaignBook OPEN_ENDED =
      new CampaignBook(CAMPAIGNS.stream().map(terms -> endingAt(terms, 1_000 * DAY)).toList());

  /** How long a test that forgets remembers events: no unit of its events is longer. */
  private static final long HISTORY = 3 * DAY;

  private static final Map<Touch.Kind, Figure> COUNTED =
      Map.of(
          Touch.Kind.CONTACT, Figure.CONTACTS,
          Touch.Kind.CALL, Figure.CALLS,
          Touch.Kind.VISIT, Figure.VISITS,
          Touch.Kind.ORDER, Figure.ORDERS,
          Touch.Kind.OTHER, Figure.OTHER);

  private static Sums batch(List<Touch> touches) {
    var ledger = new Ledger();
    touches.forEach(ledger::enter);
    var sums = new Sums();
    sums.add(Change.between(Map.of(), Statement.shares(ledger, BOOK)));
    return sums;
  }

  @Property(tries = 1500)
  void noOrderAndNoRepeatChangesTheSum(
      @ForAll("touches") List<Touch> touches, @ForAll Random random) {
    var arriving = new ArrayList<>(touches);
    touches.stream().filter(t -> random.nextInt(3) == 0).forEach(arriving::add);
    Collections.shuffle(arriving, random);
    var ledger = new Ledger();
    var sums = new Sums();
    arriving.forEach(t -> sums.add(Bookkeeping.enter(ledger, BOOK, t)));
    assertThat(sums).isEqualTo(batch(touches));
  }

  @Property(tries = 1500)
  void whatWasWorkedOutHoldsWhenItIsTakenUpAgain(
      @ForAll("touches") List<Touch> touches, @ForAll Random random) {
    var arriving = new ArrayList<>(touches);
    Collections.shuffle(arriving, random);
    var ledger = new Ledger();
    var sums = new Sums();
    for (var touch : arriving) {
      sums.add(Bookkeeping.enter(ledger, BOOK, touch));
      ledger = random.nextInt(3) > 0 ? again(ledger) : ledger;
    }
    assertThat(sums).isEqualTo(batch(touches));
  }

  private static Ledger again(Ledger ledger) {
    var again = new Ledger(ledger.page(), ledger.settled(), ledger.membership());
    var worked = ledger.workedOut(BOOK);
    if (worked != null) {
      again.takeUp(worked, BOOK);
      assertThat(again.workedOut(BOOK)).isEqualTo(worked);
    }
    return again;
  }

  @Property(tries = 200)
  void movingEventsBetweenCustomersLeavesNoTrace(
      @ForAll("touches") List<Touch> touches, @ForAll Random random) {
    var anonymous = new Ledger();
    var customer = new Ledger();
    var sums = new Sums();
    for (var touch : touches) {
      var first = random.nextBoolean() ? anonymous : customer;
      sums.add(Bookkeeping.enter(first, BOOK, touch));
    }
    for (var touch : List.copyOf(anonymous.touches())) {
      sums.add(Bookkeeping.apply(anonymous, BOOK, l -> l.remove(touch.eventId())));
      sums.add(Bookkeeping.enter(customer, BOOK, touch));
    }
    assertThat(sums).isEqualTo(batch(touches));
  }

  @Property(tries = 200)
  void campaignsMayBeDefinedBeforeOrAfterTheirEvents(
      @ForAll("touches") List<Touch> touches, @ForAll Random random) {
    var ledger = new Ledger();
    var sums = new Sums();
    var defined = new HashMap<String, CampaignTerms>();
    var steps = new ArrayList<Object>(touches);
    steps.addAll(CAMPAIGNS);
    Collections.shuffle(steps, random);
    for (var step : steps) {
      var book = new CampaignBook(defined.values());
      if (step instanceof Touch touch) {
        sums.add(Bookkeeping.enter(ledger, book, touch));
      } else {
        var terms = (CampaignTerms) step;
        defined.put(terms.campaignId(), terms);
        sums.add(Bookkeeping.revise(ledger, book, new CampaignBook(defined.values())));
      }
    }
    assertThat(sums).isEqualTo(batch(touches));
  }

  @Property(tries = 200)
  void onlyLedgersThatNameACampaignAreRevisedForIt(
      @ForAll("touches") List<Touch> touches, @ForAll Random random) {
    var ledger = new Ledger();
    var sums = new Sums();
    var book = new CampaignBook(List.of());
    var steps = new ArrayList<Object>(touches);
    CAMPAIGNS.forEach(terms -> steps.addAll(List.of(terms, otherwise(terms))));
    Collections.shuffle(steps, random);
    steps.addAll(CAMPAIGNS);
    for (var step : steps) {
      if (step instanceof Touch touch) {
        sums.add(Bookkeeping.enter(ledger, book, touch));
      } else {
        var terms = (CampaignTerms) step;
        var old = book.copy();
        book.put(terms);
        var named = terms.names();
        if (old.find(terms.campaignId()) != null) {
          named.addAll(old.find(terms.campaignId()).names());
        }
        if (ledger.names(named)) {
          sums.add(Bookkeeping.revise(ledger, old, book));
        }
      }
    }
    assertThat(sums).isEqualTo(batch(touches));
  }

  private static CampaignTerms endingAt(CampaignTerms terms, long endsAt) {
    return new CampaignTerms(
        terms.campaignId(),
        terms.startsAt(),
        START + endsAt,
        terms.windowMillis(),
        terms.counted(),
        terms.directOnly(),
        terms.controlVariant(),
        terms.codes(),
        terms.numbers(),
        1);
  }

  /** The same campaign under other codes and for another while. */
  private static CampaignTerms otherwise(CampaignTerms terms) {
    return new CampaignTerms(
        terms.campaignId(),
        terms.startsAt() + DAY,
        terms.endsAt() - DAY,
        DAY,
        List.of(Touch.Kind.CALL),
        true,
        "B",
        List.of(terms.campaignId(), "nothing"),
        List.of(),
        1);
  }

  @Property(tries = 1000)
  void forgettingChangesNoFigureAndLaterEventsStillCount(
      @ForAll("longTouches") List<Touch> touches, @ForAll Random random) {
    // A customer stays in their row of a campaign of which nothing is left: none may close then.
    var moves = random.nextBoolean();
    var book = moves ? OPEN_ENDED : BOOK;
    var inTime = new ArrayList<>(touches);
    inTime.sort((a, b) -> Long.compare(a.at(), b.at()));
    var ledger = new Ledger();
    var whole = new Ledger();
    var sums = new Sums();
    var expected = new Sums();
    for (var touch : inTime) {
      sums.add(Bookkeeping.enter(ledger, book, touch));
      expected.add(Bookkeeping.enter(whole, book, touch));
      Bookkeeping.forget(ledger, book, touch.at() - HISTORY);
      if (moves && random.nextInt(3) == 0) {
        var tier = random.nextBoolean() ? "A" : "B";
        sums.add(Bookkeeping.join(ledger, book, l -> l.rank(tier)));
        expected.add(Bookkeeping.join(whole, book, l -> l.rank(tier)));
      }
    }
    assertThat(sums.groups).isEqualTo(expected.groups);
    assertThat(sums.minutes).isEqualTo(expected.minutes);
    // What is forgotten stays listed where it was last.
    assertThat(sums.listed).containsOnlyKeys(expected.listed.keySet());
  }

  @Property(tries = 200)
  void whatIsListedIsWhatIsCounted(@ForAll("touches") List<Touch> touches) {
    var ledger = new Ledger();
    touches.forEach(ledger::enter);
    Statement.shares(ledger, BOOK)
        .values()
        .forEach(
            share -> {
              var tally = Fixtures.tally(share);
              COUNTED.forEach(
                  (kind, figure) ->
                      assertThat(share.traces().stream().filter(trace -> trace.kind() == kind))
                          .hasSize((int) tally.get(figure)));
              if (share.traces().stream().anyMatch(Trace::direct)) {
                assertThat(
                        tally.get(Figure.DIRECT_RESPONDERS)
                            + tally.get(Figure.PASS_ALONG_RESPONDERS))
                    .isPositive();
              }
            });
  }

  @Property(tries = 200)
  void aCustomerIsCountedOnceAndEachAmountHasItsMinute(@ForAll("touches") List<Touch> touches) {
    var ledger = new Ledger();
    touches.forEach(ledger::enter);
    Statement.shares(ledger, BOOK)
        .values()
        .forEach(
            share -> {
              for (var figure :
                  List.of(
                      Figure.CONTACTED, Figure.RESPONDERS, Figure.CONVERTERS, Figure.ASSIGNED)) {
                assertThat(Fixtures.tally(share).get(figure)).isBetween(0L, 1L);
              }
              assertThat(Fixtures.tally(share).get(Figure.RESPONDERS))
                  .isLessThanOrEqualTo(Fixtures.tally(share).get(Figure.CONTACTED));
              for (var lines : List.of(share.events(), share.standing())) {
                for (int line = 0; line < lines.size(); line++) {
                  assertThat(lines.minute(line)).isNotEqualTo(Lines.SETTLED);
                }
              }
            });
  }

  @Provide
  Arbitrary<List<Touch>> touches() {
    return Arbitraries.oneOf(contacts(times()), interactions(times(), 1), sales())
        .list()
        .ofMaxSize(20)
        .map(LedgerProperties::numbered);
  }

  /**
   * Events of two months, in the second of which campaigns close: visits and orders of two days,
   * which may begin within a contact's window and end beyond it, and returns that come later.
   */
  @Provide
  Arbitrary<List<Touch>> longTouches() {
    return Arbitraries.oneOf(
            contacts(times(46)), interactions(times(60), 2), sales(times(60)), returns(times(60)))
        .list()
        .ofMaxSize(30)
        .map(LedgerProperties::numbered);
  }

  /** Gives each event an id of its own, so that repeats are only those that a test makes. */
  private static List<Touch> numbered(List<Touch> touches) {
    var numbered = new ArrayList<Touch>();
    for (var touch : touches) {
      numbered.add(Fixtures.named(touch, "e" + numbered.size()));
    }
    return numbered;
  }

  private static Arbitrary<Long> times() {
    return times(20);
  }

  private static Arbitrary<Long> times(int days) {
    return Arbitraries.longs().between(0, days * 48).map(h -> START + h * 3_600_000 / 2);
  }

  private static Arbitrary<Touch> contacts(Arbitrary<Long> times) {
    return Combinators.combine(
            Arbitraries.of("K", "L", "M"),
            Arbitraries.of("A", "B", "CONTROL"),
            Arbitraries.of(Touch.Status.values()),
            times)
        .as(
            (campaign, variant, status, at) ->
                Fixtures.contact(
                    campaign + variant + at / (5 * DAY), campaign, variant, status, at));
  }

  private static Arbitrary<Touch> interactions(Arbitrary<Long> times, int days) {
    return Combinators.combine(
            Arbitraries.of(Touch.Kind.CALL, Touch.Kind.VISIT, Touch.Kind.OTHER),
            times,
            Arbitraries.of("K", "M-code", "nothing").injectNull(0.6))
        .as(
            (kind, at, code) ->
                Fixtures.interaction("", kind, at, kind + "" + at / (days * DAY), code, 0));
  }

  private static Arbitrary<Touch> sales() {
    return Arbitraries.oneOf(sales(times()), returns(times()));
  }

  private static Arbitrary<Touch> sales(Arbitrary<Long> times) {
    return sales(Touch.Kind.ORDER, times, Arbitraries.just(0));
  }

  private static Arbitrary<Touch> returns(Arbitrary<Long> times) {
    return sales(Touch.Kind.RETURN, times, Arbitraries.integers().between(0, 2));
  }

  private static Arbitrary<Touch> sales(
      Touch.Kind kind, Arbitrary<Long> times, Arbitrary<Integer> daysLater) {
    return Combinators.combine(
            times,
            daysLater,
            Arbitraries.of("K", "M-code").injectNull(0.4),
            Arbitraries.longs().between(0, 10_000))
        .as(
            (at, days, code, amount) ->
                Fixtures.interaction("", kind, at, "o" + (at / DAY - days), code, amount));
  }
}
