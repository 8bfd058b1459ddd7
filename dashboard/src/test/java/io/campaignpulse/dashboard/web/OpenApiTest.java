package io.campaignpulse.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static JsonNode document() throws IOException {
    try (var stream = OpenApiTest.class.getResourceAsStream(OpenApi.RESOURCE)) {
      return Json.MAPPER.readTree(stream);
    }
  }

  @Test
  void describesWhatIsServedAndNothingElse() throws Exception {
    var described = new TreeSet<String>();
    document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    var served = new TreeSet<String>();
    var api =
        new Api(
            null,
            null,
            null,
            null,
            null,
            new Api.Waiting(null, null, null),
            null,
            null,
            null,
            null);
    api.routes(1).forEach(route -> served.add(route.method() + " " + route.path()));
    served.add("GET " + WebServer.LIVE);
    assertThat(described).isEqualTo(served);
  }

  @Test
  void knowsEveryMomentAndEveryReasonOfOffers() throws Exception {
    var next = document().at("/components/schemas/NextOffer/properties");
    assertThat(words(next.path("silence"))).isEqualTo(names(Silence.values()));
    assertThat(words(next.path("trigger"))).isEqualTo(names(Trigger.Kind.values()));
  }

  @Test
  void tellsTheRulesOfRoutingThatHoldBeforeAnybodySetSome() throws Exception {
    var told = document().at("/components/schemas/RoutingRules/properties");
    var rules = RoutingRules.newBuilder().setRulesId(ReferenceKind.CURRENT).build();
    for (var field : RoutingRules.getClassSchema().getFields()) {
      if (rules.get(field.pos()) instanceof Number number) {
        assertThat(told.at("/" + field.name() + "/default").doubleValue())
            .as(field.name())
            .isEqualTo(number.doubleValue());
      }
    }
  }

  private static List<String> words(JsonNode property) {
    var words = new ArrayList<String>();
    property.path("enum").forEach(word -> words.add(word.isNull() ? null : word.asText()));
    words.remove(null);
    return words;
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Test
  void refersOnlyToWhatItDefines() throws Exception {
    var document = document();
    assertThat(document.get("openapi").asText()).startsWith("3.1");
    for (var reference : document.findValuesAsText("$ref")) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }
}
