package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Someone who keeps an eye on the campaigns and forgets nothing: none may step backwards. */
final class Watch {
  /** No event of the bundled data ever takes one of these away again. */
  private static final List<String> GROWING = List.of("contacted", "directResponders");

  private final Map<String, JsonNode> seen = new HashMap<>();

  /** Looks at headlines, as they stand in the list of campaigns and in live frames. */
  synchronized void see(JsonNode headlines) {
    for (var headline : headlines) {
      var id = headline.path("campaignId").asText();
      var before = seen.put(id, headline);
      if (before != null) {
        assertNotBackwards(id, before, headline);
      }
    }
  }

  private static void assertNotBackwards(String id, JsonNode before, JsonNode now) {
    for (var figure : GROWING) {
      assertThat(now.path("figures").path(figure).asLong())
          .as("%s of campaign %s", figure, id)
          .isGreaterThanOrEqualTo(before.path("figures").path(figure).asLong());
    }
    assertThat(now.path("version").asLong())
        .as("version of campaign %s", id)
        .isGreaterThanOrEqualTo(before.path("version").asLong());
  }

  /** The sum over all campaigns as last seen. */
  synchronized long sum(String figure) {
    return seen.values().stream().mapToLong(row -> row.path("figures").path(figure).asLong()).sum();
  }
}
