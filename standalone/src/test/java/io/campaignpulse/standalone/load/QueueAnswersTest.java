package io.campaignpulse.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class QueueAnswersTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String QUEUE =
      """
      {"arrivals":[{"from":"2026-03-02T09:45:00Z","calls":0},
                   {"from":"2026-03-02T10:00:00Z","calls":7}],
       "serviceLevel":{"answered":5,"answeredWithin":4,"abandoned":0}}
      """;

  @AutoClose private final FakeSystem system = FakeSystem.start();

  private List<String> differences(long calls, long answered, long within, Duration took) {
    system.answers("load", QUEUE);
    var arrivals = new TreeMap<Instant, Long>();
    arrivals.put(AT, calls);
    var expected = new CallsRecount(arrivals, answered, within);
    return new QueueAnswers(system.rest()).differences(expected, took);
  }

  @Test
  void whatIsShownAsRecountedIsNoDifference() {
    assertThat(differences(7, 5, 4, MINUTE)).isEmpty();
  }

  @Test
  void namesEachFigureThatDiffers() {
    assertThat(differences(8, 6, 6, MINUTE))
        .containsExactly(
            "queue load calls from 2026-03-02T10:00:00Z: 7 and not 8",
            "queue load answered: 5 and not 6",
            "queue load answeredWithin: 4 and not 6");
  }

  @Test
  void holdsNothingAgainstWhatIsNoLongerShown() {
    assertThat(differences(8, 6, 6, Duration.ofHours(1)))
        .containsExactly("queue load calls from 2026-03-02T10:00:00Z: 7 and not 8");
    assertThat(differences(8, 6, 6, Duration.ofHours(2))).isEmpty();
  }

  @Test
  void knowsWhetherThereWereOthersBefore() {
    var queue = new QueueAnswers(system.rest());
    system.answers("load", QUEUE);
    assertThat(queue.none()).isFalse();
    system.answers("load", QUEUE.replace("\"calls\":7", "\"calls\":0"));
    assertThat(queue.none()).as("some were answered").isFalse();
    system.answers("load", "{\"status\":404}");
    assertThat(queue.none()).isTrue();
  }
}
