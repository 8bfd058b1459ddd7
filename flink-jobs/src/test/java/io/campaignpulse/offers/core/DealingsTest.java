package io.campaignpulse.offers.core;

import static io.campaignpulse.offers.core.Dealing.dealt;
import static io.campaignpulse.response.core.Fixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import java.util.List;
import org.junit.jupiter.api.Test;

class DealingsTest {
  private static final Touch PROPOSED = dealt("d1", "filters", Act.PROPOSED, "PHONE", START);

  private static Touch act(Act act, long at) {
    return dealt("d1", "filters", act, "PHONE", at);
  }

  private static Touch sale(Touch.Kind kind, String eventId, long amountMinor) {
    var trade = kind == Touch.Kind.ORDER ? new Trade(List.of(), "d1", null) : null;
    return new Touch(
        eventId,
        kind,
        new Touch.Origin("sales", 0, 0),
        START + 9,
        "anna",
        List.of(),
        "order-1",
        null,
        null,
        "WEB",
        null,
        null,
        null,
        amountMinor,
        null,
        null,
        null,
        trade);
  }

  private static String words(OfferFigures figures) {
    return "decided %d presented %d accepted %d declined %d revenue %d"
        .formatted(
            figures.decided(),
            figures.presented(),
            figures.accepted(),
            figures.declined(),
            figures.revenueMinor());
  }

  private static String figures(Touch... dealings) {
    return words(Dealings.figures("d1", List.of(dealings), List.of()));
  }

  @Test
  void whatWasOnlyDecidedWasNotPresented() {
    assertThat(figures(PROPOSED))
        .isEqualTo("decided 1 presented 0 accepted 0 declined 0 revenue 0");
    assertThat(figures(PROPOSED, act(Act.PRESENTED, START + 1)))
        .isEqualTo("decided 1 presented 1 accepted 0 declined 0 revenue 0");
  }

  /** Nobody answers what they were not asked. */
  @Test
  void whatWasAnsweredOrBoughtWasPresented() {
    assertThat(figures(PROPOSED, act(Act.DECLINED, START + 1)))
        .isEqualTo("decided 1 presented 1 accepted 0 declined 1 revenue 0");
    var sales = List.of(sale(Touch.Kind.ORDER, "o", 900), sale(Touch.Kind.RETURN, "r", 200));
    assertThat(words(Dealings.figures("d1", List.of(PROPOSED), sales)))
        .isEqualTo("decided 1 presented 1 accepted 1 declined 0 revenue 700");
  }

  @Test
  void theLastAnswerCountsAndOfTwoAtOnceAcceptance() {
    var accepted = "decided 1 presented 1 accepted 1 declined 0 revenue 0";
    var declined = "decided 1 presented 1 accepted 0 declined 1 revenue 0";
    var yes = act(Act.ACCEPTED, START + 1);
    assertThat(figures(PROPOSED, yes, act(Act.DECLINED, START + 1))).isEqualTo(accepted);
    assertThat(figures(PROPOSED, act(Act.DECLINED, START + 1), yes)).isEqualTo(accepted);
    assertThat(figures(PROPOSED, yes, act(Act.DECLINED, START + 2))).isEqualTo(declined);
  }

  @Test
  void anotherDecisionIsNoneOfItsBusiness() {
    var other = dealt("d2", "filters", Act.ACCEPTED, "PHONE", START);
    assertThat(figures(PROPOSED, other))
        .isEqualTo("decided 1 presented 0 accepted 0 declined 0 revenue 0");
    assertThat(Dealings.figures("d3", List.of(PROPOSED, other), List.of())).isNull();
  }
}
