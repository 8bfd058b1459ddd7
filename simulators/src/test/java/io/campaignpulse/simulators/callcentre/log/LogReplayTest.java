package io.campaignpulse.simulators.callcentre.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.simulators.callcentre.CallCentre;
import io.campaignpulse.simulators.callcentre.CallDemand;
import io.campaignpulse.simulators.callcentre.CallFigures;
import io.campaignpulse.simulators.callcentre.Outcome;
import io.campaignpulse.simulators.callcentre.QueueDiscipline;
import io.campaignpulse.simulators.callcentre.Routing;
import io.campaignpulse.simulators.callcentre.Steps;
import io.campaignpulse.simulators.callcentre.Tier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that a simulated centre wrote, answered again knowing only what the log says. */
class LogReplayTest {
  private static final LocalDate FIRST = LocalDate.of(1999, 8, 1);
  private static final int DAYS = 10;
  private static final int AGENTS = 6;
  private static final int OPENS = 7 * 3600;
  private static final QueueDiscipline BANK = QueueDiscipline.credited(List.of(90.0, 0.0, 0.0));

  @TempDir Path directory;

  @Test
  void theSameRuleGivesTheRecordedWaitsBack() throws IOException {
    var replay = new LogReplay(writtenLog());

    for (int tier = 0; tier < LogReplay.CLASSES; tier++) {
      var recorded = queued(replay.recorded(), tier);
      var again = queued(replay.run(BANK, 1), tier);
      assertThat(again.counts().offered()).isEqualTo(recorded.counts().offered());
      assertThat(again.meanWait().orElseThrow())
          .isCloseTo(recorded.meanWait().orElseThrow(), within(10.0));
      assertThat(again.abandonment().orElseThrow())
          .isCloseTo(recorded.abandonment().orElseThrow(), within(.04));
    }
  }

  @Test
  void anotherRuleServesOthersBetter() throws IOException {
    var replay = new LogReplay(writtenLog());
    var bank = replay.run(BANK, 1);
    var strict = replay.run(QueueDiscipline.strict(3), 1);

    assertThat(queued(strict, 0).meanWait().orElseThrow())
        .isLessThan(.8 * queued(bank, 0).meanWait().orElseThrow());
    assertThat(queued(strict, 2).meanWait().orElseThrow())
        .isGreaterThan(1.1 * queued(bank, 2).meanWait().orElseThrow());
  }

  @Test
  void theSameSeedDrawsTheSameCallersWhateverTheRule() throws IOException {
    var replay = new LogReplay(writtenLog());

    var bank = replay.run(BANK, 1).stream().map(Outcome::call).toList();
    assertThat(replay.run(QueueDiscipline.strict(3), 1).stream().map(Outcome::call))
        .containsExactlyInAnyOrderElementsOf(bank);
    assertThat(replay.run(BANK, 2).stream().map(Outcome::call).toList()).isNotEqualTo(bank);
  }

  @Test
  void whoHungUpHasThePatienceTheyShowedAndWhoWasAnsweredMore() throws IOException {
    var log = writtenLog().stream().filter(LoggedCall::queued).toList();
    var replayed = new LogReplay(log).run(BANK, 1);

    for (int i = 0; i < 200; i++) {
      var call = replayed.get(i).call();
      var was =
          log.stream()
              .filter(c -> c.date().equals(FIRST) && c.arrived() == call.arrived())
              .toList();
      if (was.size() == 1 && was.get(0).answered()) {
        assertThat(call.patience()).isGreaterThan(was.get(0).waited());
        assertThat(call.service()).isEqualTo(was.get(0).served());
      } else if (was.size() == 1) {
        assertThat(call.patience()).isEqualTo(was.get(0).waited());
      }
    }
  }

  @Test
  void refusesALogWithoutAClass() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogReplay(List.of()))
        .withMessageContaining("no answered call of priority 2");
  }

  private static CallFigures queued(List<Outcome> outcomes, int tier) {
    return CallFigures.of(outcomes.stream().filter(LogReplay::hadQueued).toList(), 20, tier);
  }

  /** To the second, as a log has it; a caller with an agent free is put through at once. */
  private List<LoggedCall> writtenLog() throws IOException {
    var log = new WrittenLog();
    var demand = demand();
    for (int day = 0; day < DAYS; day++) {
      var date = FIRST.plusDays(day).toString();
      for (var outcome :
          CallCentre.run(demand.calls(day), Steps.constant(AGENTS), Routing.always(BANK))) {
        write(log, date, outcome);
      }
    }
    return CallLog.read(log.to(directory.resolve("log.csv.gz")));
  }

  private static void write(WrittenLog log, String date, Outcome outcome) {
    var call = outcome.call();
    var at = (int) call.arrived();
    var served = (int) Math.ceil(call.service());
    if (outcome.waited() == 0) {
      log.putThrough(date, at, served);
    } else {
      var waited = (int) Math.ceil(outcome.waited());
      var end = outcome.answered() ? "AGENT" : "HANG";
      log.queued(date, 2 - call.tier(), at, waited, end, outcome.answered() ? served : 0);
    }
  }

  private static CallDemand demand() {
    var tier =
        new Tier(
            "any",
            ExponentialDistribution.of(240)::inverseCumulativeProbability,
            ExponentialDistribution.of(180)::inverseCumulativeProbability,
            u -> 0,
            0,
            0);
    var hours = new Steps(OPENS, List.of(0.0, 1.15 * AGENTS / 180, 1.15 * AGENTS / 180));
    return new CallDemand(
        Collections.nCopies(3, tier),
        List.of(new CallDemand.Stream("all", hours, List.of(.4, .3, .3))));
  }
}
