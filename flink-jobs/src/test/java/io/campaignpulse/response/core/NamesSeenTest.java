package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesSeenTest {
  private final NamesSeen names = new NamesSeen();

  @Test
  void knowsByWhatEventsNamedCampaigns() {
    names.add(contact("c", "K", START));
    names.add(visit("v", START, "SPRING"));
    assertThat(names.any(List.of("L", "K"))).isTrue();
    assertThat(names.any(List.of("SPRING"))).isTrue();
    assertThat(names.any(List.of("L", "AUTUMN"))).isFalse();
  }

  @Test
  void takesEveryNameForSeenOnceTheyAreTooManyToKeep() {
    for (int i = 0; i <= NamesSeen.MOST; i++) {
      names.add(visit("v", START, "code-" + i));
    }
    assertThat(names.tooMany()).isTrue();
    assertThat(names.names()).isEmpty();
    assertThat(names.any(List.of("AUTUMN"))).isTrue();
  }
}
