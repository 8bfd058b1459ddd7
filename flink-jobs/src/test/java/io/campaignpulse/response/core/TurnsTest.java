package io.campaignpulse.response.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns(400, 10);

  @Test
  void aCampaignHasOneTurnForAllThatChangesUntilThen() {
    assertThat(turns.note("K", "a", 1_000)).isEqualTo(1_400);
    assertThat(turns.note("K", "b", 1_300)).isEqualTo(Turns.PLANNED);
    assertThat(turns.take("K", 1_399)).isEmpty();
    assertThat(turns.take("K", 1_400)).containsExactlyInAnyOrder("a", "b");
    assertThat(turns.take("K", 1_400)).isEmpty();
    assertThat(turns.note("K", "a", 1_500)).isEqualTo(1_900);
  }

  @Test
  void theMoreCampaignsWaitTheLaterIsTheNext() {
    for (int n = 0; n < 30; n++) {
      turns.note("K" + n, "a", 1_000);
    }
    assertThat(turns.note("L", "a", 1_000)).isEqualTo(1_000 + 400 + 3_000);
  }

  @Test
  void whatIsDroppedWaitsNoMore() {
    turns.note("K", "a", 1_000);
    turns.drop("K");
    assertThat(turns.take("K", 9_000)).isEmpty();
  }
}
