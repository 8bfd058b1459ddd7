package io.campaignpulse.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.serving.ViewWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehindTest {
  private static final List<String> NONE = List.of();

  private final Behind behind = new Behind();
  private final List<ViewWrite> told = new ArrayList<>();

  /** A look at some buyers; returns what was told. */
  private List<ViewWrite> look(Map<String, List<String>> found) {
    told.clear();
    behind.begin();
    found.forEach((customer, names) -> behind.look(customer, names, told::add));
    behind.end(told::add);
    return told;
  }

  private static ViewWrite view(String customer, String json) {
    return new ViewWrite(
        RedisKeys.customer(customer), RedisKeys.CUSTOMER_OPPORTUNITIES, json, null, null);
  }

  @Test
  void tellsOfAllAtFirstAndThenOnlyOfThoseOfWhomItIsAnother() {
    assertThat(look(Map.of("anna", List.of("x"), "bert", NONE)))
        .containsExactlyInAnyOrder(view("anna", "[\"x\"]"), view("bert", null));
    assertThat(look(Map.of("anna", List.of("x"), "bert", NONE, "carl", NONE))).isEmpty();
    assertThat(look(Map.of("anna", List.of("x", "y"), "bert", List.of("x"))))
        .containsExactlyInAnyOrder(view("anna", "[\"x\",\"y\"]"), view("bert", "[\"x\"]"));
    assertThat(look(Map.of("anna", NONE, "bert", List.of("x"))))
        .containsExactly(view("anna", null));
    assertThat(look(Map.of("anna", NONE, "bert", List.of("x")))).isEmpty();
  }

  @Test
  void takesBackWhatWasToldOfWhoIsNoBuyerAnyMore() {
    look(Map.of("anna", List.of("x"), "bert", List.of("x")));
    assertThat(look(Map.of("bert", List.of("x")))).containsExactly(view("anna", null));
    assertThat(look(Map.of("bert", List.of("x")))).isEmpty();
  }

  @Test
  void tellsOfAllAgainWithTheLookThatBeginsAfterThatWasOrdered() {
    look(Map.of("anna", List.of("x")));
    behind.begin();
    behind.look("anna", List.of("x"), told::add);
    behind.again();
    behind.end(told::add);
    assertThat(look(Map.of("anna", List.of("x")))).containsExactly(view("anna", "[\"x\"]"));
    assertThat(look(Map.of("anna", List.of("x")))).isEmpty();
  }
}
