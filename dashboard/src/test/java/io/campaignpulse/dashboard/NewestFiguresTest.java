package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.dashboard.figures.NewestFigures;
import io.campaignpulse.dashboard.ports.FigureStore.Cells;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewestFiguresTest {
  private final FakeStore store = new FakeStore();
  private final NewestFigures newest = new NewestFigures(store.figures);

  private static CampaignFigures figures(long version, long responders) {
    var totals = new Tally().add(Figure.RESPONDERS, responders);
    return new CampaignFigures(
        "K", version, 0, null, totals, Map.of(), Map.of(), Map.of(), Map.of());
  }

  private long responders() {
    return newest.figures(List.of("K")).get("K").totals().get(Figure.RESPONDERS);
  }

  @Test
  void keepsTheLastFiguresWhileTheStoreHasNone() {
    store.figures.newest.put("K", figures(1, 7));
    assertThat(responders()).isEqualTo(7);
    store.figures.newest.clear();
    assertThat(responders()).isEqualTo(7);
    store.figures.newest.put("K", figures(2, 6));
    assertThat(responders()).isEqualTo(6);
  }

  @Test
  void givesNoOlderFiguresThanBefore() {
    store.figures.newest.put("K", figures(5, 7));
    assertThat(responders()).isEqualTo(7);
    store.figures.newest.put("K", figures(4, 3));
    assertThat(responders()).isEqualTo(7);
  }

  @Test
  void knowsNothingOfACampaignWithoutFiguresAndSaysWhenTheStoreIsAway() {
    assertThat(newest.figures(List.of("K"))).isEmpty();
    store.down = true;
    assertThatThrownBy(() -> newest.figures(List.of("K")))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void givesNoCellsWhileTheStoreIsFilledAgain() {
    store.figures.newest.put("K", figures(1, 7));
    var cell = new CellFigures("EMAIL", "NONE", new Tally().add(Figure.RESPONDERS, 7));
    var cells = new Cells(List.of(cell), List.of());
    store.figures.cells.put("K", cells);
    responders();
    assertThat(newest.cells("K")).isEqualTo(cells);
    store.figures.cells.clear();
    assertThatThrownBy(() -> newest.cells("K")).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void givesNoMinutesWhileTheStoreIsFilledAgain() {
    store.figures.newest.put("K", figures(2, 7));
    assertThat(newest.minutes("K")).isEmpty();
    responders();
    assertThat(newest.minutes("K")).isEmpty();
    store.figures.newest.clear();
    assertThatThrownBy(() -> newest.minutes("K")).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> newest.minutes(Map.of("K", List.of(1L))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> newest.newest(Map.of("K", List.of())))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(newest.minutes("L")).isEmpty();
    store.figures.newest.put("K", figures(1, 7));
    assertThatThrownBy(() -> newest.newest(Map.of("K", List.of())))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> newest.minutes("K")).isInstanceOf(StoreUnavailableException.class);
    store.figures.newest.put("K", figures(2, 7));
    assertThat(newest.minutes("K")).isEmpty();
  }

  @Test
  void remembersWhatItFindsTogetherWithTheMinutesToo() {
    var found = figures(2, 7);
    store.figures.newest.put("K", found);
    assertThat(newest.newest(Map.of("K", List.of(), "L", List.of())).figures())
        .isEqualTo(Map.of("K", found));
    store.figures.newest.put("K", figures(1, 3));
    assertThat(responders()).isEqualTo(7);
  }
}
