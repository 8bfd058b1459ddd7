package io.campaignpulse.customer;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepCustomerTest {
  private CustomerHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new CustomerHarness();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void define(CampaignTerms... terms) throws Exception {
    harness.define(terms);
  }

  private void enter(Touch touch) throws Exception {
    harness.enter("anna", touch);
  }

  private void watermark(long at) throws Exception {
    harness.watermark(at);
  }

  private Tally sum() {
    return sum(change -> true);
  }

  private Tally sum(Predicate<Change> which) {
    var sum = new Tally();
    for (var change : harness.changes()) {
      var lines = change.lines();
      for (int line = 0; which.test(change) && line < lines.size(); line++) {
        sum.add(lines.figure(line), lines.amount(line));
      }
    }
    return sum;
  }

  @Test
  void countsACampaignThatIsDefinedAfterItsEvents() throws Exception {
    enter(contact("c", "K", START));
    enter(visit("v", START + DAY));
    assertThat(sum().zero()).isTrue();
    define(campaign("K"));
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
  }

  @Test
  void keepsApartWhatTheWatermarkHasPassedButNotARepeat() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    watermark(START + 2 * DAY);
    enter(contact("c", "K", START));
    assertThat(harness.side(Outputs.LATE)).isEmpty();
    enter(visit("v", START + DAY));
    assertThat(harness.side(Outputs.LATE)).hasSize(1);
    assertThat(sum().get(Figure.VISITS)).isZero();
  }

  @Test
  void letsAnEventMoveHoweverOldItIs() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    watermark(START + 20 * DAY);
    var visit = visit("v", START + DAY);
    harness.post(Posting.moveIn("anna", visit));
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
    harness.post(Posting.moveOut("anna", visit));
    assertThat(sum().get(Figure.RESPONDERS)).isZero();
    assertThat(sum().get(Figure.CONTACTED)).isEqualTo(1);
  }

  @Test
  void forgetsEverythingOnceNoFigureCanChangeAnyMore() throws Exception {
    define(campaign("K"));
    harness.enter("visitor:v1", contact("c", "K", START));
    harness.enter("visitor:v1", visit("v", START + DAY));
    assertThat(harness.entries()).isEqualTo(1);
    watermark(START + 300 * DAY);
    assertThat(harness.entries()).isZero();
    assertThat(harness.timers()).isZero();
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
  }

  @Test
  void keepsOfACustomerKnownByAnIdThatThereIsOne() throws Exception {
    harness.clock(START + DAY);
    enter(visit("v", START));
    watermark(START + 95 * DAY);
    assertThat(harness.entries()).isEqualTo(1);
    assertThat(harness.timers()).isZero();
    tell(Command.TICK);
    assertThat(harness.side(Outputs.SKETCHES).get(0).customers()).isEqualTo(1);
  }

  @Test
  void countsCampaignsThatAreDefinedTogetherByWhatTheyAreLast() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    enter(contact("d", "L", START));
    enter(visit("v", START + DAY / 2, "K-code"));
    assertThat(sum().get(Figure.DIRECT_RESPONDERS)).isEqualTo(1);
    define(startingLater(campaign("K")), campaign("L"), campaign("M"));
    assertThat(sum().get(Figure.DIRECT_RESPONDERS)).isZero();
    assertThat(sum().get(Figure.CONTACTED)).isEqualTo(2);
    define(startingLater(campaign("K")), campaign("K"), campaign("L"));
    assertThat(sum().get(Figure.DIRECT_RESPONDERS)).isEqualTo(1);
    assertThat(sum().get(Figure.CONTACTED)).isEqualTo(2);
  }

  private static CampaignTerms startingLater(CampaignTerms terms) {
    return new CampaignTerms(
        terms.campaignId(),
        terms.startsAt() + DAY,
        terms.endsAt(),
        terms.windowMillis(),
        terms.counted(),
        terms.directOnly(),
        terms.controlVariant(),
        terms.codes(),
        terms.numbers(),
        1);
  }

  @Test
  void movesACustomersFiguresToTheirSegment() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    harness.post(Posting.profile("anna", Profile.of("families", null)));
    var families = sum(change -> change.group().segment().equals("families"));
    assertThat(families.get(Figure.CONTACTED)).isEqualTo(1);
    assertThat(sum().get(Figure.CONTACTED)).isEqualTo(1);
  }

  private List<ViewWrite> shown() {
    return harness.side(Outputs.VIEWS);
  }

  private void tell(String command) throws Exception {
    harness.tell(new Command(command));
  }

  @Test
  void showsAtOnceWhatACustomerDidAndWhatTheyRespondedTo() throws Exception {
    harness.clock(1_000_000);
    define(campaign("K"));
    enter(contact("c", "K", START));
    assertThat(shown()).isEmpty();
    enter(visit("v", START + DAY));
    assertThat(shown()).hasSize(1);
    assertThat(shown().get(0).key()).isEqualTo(RedisKeys.customer("anna"));
    assertThat(shown().get(0).field()).isEqualTo(RedisKeys.ACTIVITY);
    assertThat(shown().get(0).json()).contains("\"kind\":\"VISIT\"", "\"campaignId\":\"K\"");
  }

  @Test
  void showsOneAfterTheOtherThoseWhomThereIsNoTimeToShowAtOnce() throws Exception {
    harness.clock(1_000_000);
    for (int i = 0; i < 3_000; i++) {
      harness.enter("customer" + i % 2_000, visit("v" + i, START + i));
    }
    assertThat(shown().size()).isBetween(500, 1_500);
    var atOnce = shown().size();
    harness.clockRuns(1_000_000, 1_000_100);
    assertThat(shown().size()).isBetween(atOnce + 150, atOnce + 250);
    harness.clockRuns(1_000_100, 1_010_000);
    assertThat(shown().stream().map(ViewWrite::key).distinct()).hasSize(2_000);
    assertThat(newest("customer1999").json()).contains("" + (START + 1_999));
    assertThat(newest("customer999").json()).contains("" + (START + 2_999));
    harness.clock(1_020_000);
    enter(visit("later", START));
    assertThat(shown().get(shown().size() - 1).key()).isEqualTo(RedisKeys.customer("anna"));
  }

  private ViewWrite newest(String customer) {
    return shown().stream()
        .filter(view -> view.key().equals(RedisKeys.customer(customer)))
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  @Test
  void showsNobodyBeforeItHasCaughtUpAndAllOnCommand() throws Exception {
    harness.clock(1_000_000);
    Progressing.caughtUp = false;
    enter(visit("v", START));
    harness.clock(1_001_000);
    assertThat(shown()).isEmpty();
    Progressing.caughtUp = true;
    harness.clock(1_002_000);
    assertThat(shown()).hasSize(1);
    tell(Command.REBUILD);
    assertThat(shown()).hasSize(2);
  }

  @Test
  void takesItsTurnsAlsoAfterARestart() throws Exception {
    harness.clock(1_000_000);
    Progressing.caughtUp = false;
    enter(visit("v", START));
    harness.restart();
    harness.clock(1_001_000);
    tell(Command.TICK);
    assertThat(shown()).isEmpty();
    Progressing.caughtUp = true;
    harness.clock(1_002_000);
    assertThat(shown()).hasSize(1);
  }

  @Test
  void takesOnlySoManyTurnsAtATimeHoweverManyAreOwed() throws Exception {
    harness.clock(1_000_000);
    Progressing.caughtUp = false;
    for (int i = 0; i < 250; i++) {
      harness.enter("customer" + i, visit("v" + i, START));
    }
    harness.restart();
    tell(Command.TICK);
    Progressing.caughtUp = true;
    harness.clock(1_001_000);
    assertThat(shown().size()).isBetween(1, 150);
    harness.clockRuns(1_001_000, 1_002_000);
    assertThat(shown()).hasSize(250);
  }

  @Test
  void takesEachTurnOnceWhereverACustomerIsAfterARestart() throws Exception {
    harness.clock(1_000_000);
    Progressing.caughtUp = false;
    for (int i = 0; i < 20; i++) {
      harness.enter("customer" + i, visit("v" + i, START));
    }
    var kept = harness.snapshot();
    Progressing.caughtUp = true;
    var shown = new ArrayList<String>();
    for (int half = 0; half < 2; half++) {
      harness.restoreHalf(kept, half);
      tell(Command.TICK);
      harness.clockRuns(1_001_000, 1_002_000);
      assertThat(shown()).isNotEmpty().allMatch(view -> view.json() != null);
      shown().forEach(view -> shown.add(view.key()));
    }
    assertThat(shown).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void showsNothingAnyMoreOfWhomAllIsForgotten() throws Exception {
    harness.clock(1_000_000);
    enter(visit("v", START));
    watermark(START + 95 * DAY);
    var gone = ViewWrite.gone(RedisKeys.customer("anna"), RedisKeys.ACTIVITY);
    assertThat(shown()).hasSize(2).endsWith(gone);
  }

  @Test
  void plansOneTimerForALedgerHoweverManyEvents() throws Exception {
    for (int day = 0; day < 30; day++) {
      enter(visit("v" + day, START + day * DAY));
    }
    assertThat(harness.timers()).isEqualTo(1);
    watermark(START + 95 * DAY);
    assertThat(harness.timers()).isZero();
  }

  @Test
  void goesOnExactlyFromASnapshot() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    harness.restart();
    enter(visit("v", START + DAY));
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
    assertThat(sum().get(Figure.CONTACTED)).isZero();
  }

  @Test
  void countsACampaignThatIsDefinedAfterItsEventsAndARestart() throws Exception {
    enter(contact("c", "K", START));
    enter(visit("v", START + DAY));
    harness.restart();
    define(campaign("other"));
    define(campaign("K"));
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
  }
}
