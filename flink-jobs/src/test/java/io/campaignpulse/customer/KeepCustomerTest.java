package io.campaignpulse.customer;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.asking;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.Command;
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
  void leavesItToIdentitiesWhetherAStrangersEventIsLate() throws Exception {
    define(campaign("K"));
    watermark(START + 2 * DAY);
    enter(asking(visit("v", START + DAY, "K-code"), List.of("phone:+1")));
    assertThat(harness.side(Outputs.LATE)).isEmpty();
    assertThat(sum().get(Figure.VISITS)).isEqualTo(1);
    var late = asking(visit("w", START + 3 * DAY, "K-code"), List.of("phone:+1"));
    harness.post(Posting.late("phone:+1", late));
    assertThat(harness.side(Outputs.LATE)).containsExactly(late);
    assertThat(sum().get(Figure.VISITS)).isEqualTo(1);
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
    harness.tell(new Command(Command.TICK));
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
