package io.campaignpulse.routing.core;

import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.acting;
import static io.campaignpulse.response.core.Fixtures.interaction;
import static io.campaignpulse.response.core.Fixtures.served;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.routing.core.CallMark.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallMarksTest {
  private static final long SECOND = 1_000;

  private static Touch queued(String queue, long second) {
    var at = START + second * SECOND;
    return served(interaction("z" + second, Touch.Kind.CALL, at, "c", null, 0), queue, null);
  }

  private static Touch became(Act act, long second) {
    var at = START + second * SECOND;
    var outcome = interaction("a" + act + second, Touch.Kind.OUTCOME, at, "c", null, 0);
    return served(acting(outcome, act), "anywhere", "eve");
  }

  private static CallMark mark(String queue, long second, Kind kind, String agentId) {
    return new CallMark(queue, START + second * SECOND, kind, agentId, 1);
  }

  private static List<Kind> kinds(Touch... events) {
    return CallMarks.of(List.of(events)).stream()
        .map(CallMark::kind)
        .filter(kind -> kind != Kind.QUEUED)
        .toList();
  }

  @Test
  void tellsInTimeFromTooLateByTheThreshold() {
    assertThat(kinds(queued("q", 0), became(Act.ANSWERED, 20)))
        .containsExactly(Kind.ANSWERED_IN_TIME);
    assertThat(kinds(queued("q", 0), became(Act.ANSWERED, 21)))
        .containsExactly(Kind.ANSWERED_LATER);
    assertThat(kinds(queued("q", 0), became(Act.ABANDONED, 20)))
        .containsExactly(Kind.ABANDONED_EARLY);
    assertThat(kinds(queued("q", 0), became(Act.ABANDONED, 21)))
        .containsExactly(Kind.ABANDONED_LATER);
    assertThat(kinds(queued("q", 0), became(Act.ANSWERED, 0)))
        .containsExactly(Kind.ANSWERED_IN_TIME);
  }

  @Test
  void countsByTheFirstThatBecameOfACall() {
    assertThat(
            kinds(
                queued("q", 0),
                became(Act.ANSWERED, 5),
                became(Act.ENDED, 90),
                became(Act.ABANDONED, 99)))
        .containsExactly(Kind.ANSWERED_IN_TIME);
  }

  @Test
  void countsACallThatWaitsTwiceInEachQueue() {
    var events =
        List.of(
            queued("sales", 0),
            became(Act.ANSWERED, 5),
            became(Act.TRANSFERRED, 60),
            queued("service", 61),
            became(Act.ABANDONED, 161));
    assertThat(CallMarks.of(events))
        .containsExactly(
            mark("sales", 0, Kind.QUEUED, null),
            mark("sales", 5, Kind.ANSWERED_IN_TIME, "eve"),
            mark("service", 61, Kind.QUEUED, null),
            mark("service", 161, Kind.ABANDONED_LATER, null));
  }

  @Test
  void leavesOutCallsThatWaitStillOrWentOnOrNobodySaidHowTheyLeft() {
    assertThat(kinds(queued("q", 0))).isEmpty();
    assertThat(kinds(queued("sales", 0), queued("service", 9))).isEmpty();
    assertThat(kinds(queued("q", 0), became(Act.TRANSFERRED, 9))).isEmpty();
    assertThat(kinds(queued("q", 0), became(Act.ENDED, 9))).isEmpty();
    assertThat(kinds(became(Act.ANSWERED, 9), became(Act.ENDED, 99))).isEmpty();
  }
}
