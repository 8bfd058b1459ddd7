package io.campaignpulse.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final String ROW = "{\"calls\":2,\"revenue\":\"10.50\"}";
  private static final String METRICS =
      "{\"totals\":%1$s,\"byChannel\":{\"EMAIL\":%1$s},\"byVariant\":{\"A\":%1$s},\"bySegment\":{}}"
          .formatted(ROW);
  private static final String SERIES =
      "{\"points\":[{\"at\":\"2026-03-02T10:00:00Z\",\"calls\":2,\"revenue\":\"10.50\"}]}";

  @AutoClose private final FakeSystem system = FakeSystem.start();

  @BeforeEach
  void answer() {
    system.answers("metrics", METRICS);
    system.answers("series", SERIES);
  }

  private List<String> differences(long calls) {
    var tally = new Tally().add(Figure.CALLS, calls).add(Figure.REVENUE, 1050);
    var minute = AT.getEpochSecond() / 60;
    var recounted =
        new RecountedCampaign(
            "c",
            tally,
            Map.of("EMAIL", tally),
            Map.of("A", tally),
            Map.of(),
            Map.of(minute, tally));
    return new Answers(system.rest(), Currency.getInstance("USD"))
        .differences(List.of(recounted), AT, AT);
  }

  @Test
  void whatIsShownAsRecountedIsNoDifference() {
    assertThat(differences(2)).isEmpty();
  }

  @Test
  void namesEachFigureThatDiffers() {
    assertThat(differences(3))
        .containsExactly(
            "c totals calls: 2 and not 3",
            "c byChannel EMAIL calls: 2 and not 3",
            "c byVariant A calls: 2 and not 3",
            "c minute 2026-03-02T10:00:00Z calls: 2 and not 3");
  }

  @Test
  void aRowThatNobodyExpectsIsADifference() {
    system.answers(
        "metrics", METRICS.replace("\"bySegment\":{}", "\"bySegment\":{\"X\":" + ROW + "}"));
    assertThat(differences(2))
        .containsExactly(
            "c bySegment X calls: 2 and not 0", "c bySegment X revenueMinor: 1050 and not 0");
  }

  @Test
  void aMinuteThatIsMissingIsADifference() {
    system.answers("series", "{\"points\":[]}");
    assertThat(differences(2))
        .containsExactly(
            "c minute 2026-03-02T10:00:00Z calls: 0 and not 2",
            "c minute 2026-03-02T10:00:00Z revenueMinor: 0 and not 1050");
  }
}
