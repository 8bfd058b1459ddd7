package io.campaignpulse.offers.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.Product;
import io.campaignpulse.offers.core.Wares.Ware;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaresTest {
  private static Ware ware(String cycle) {
    var product = Product.newBuilder().setProductId("p").setName("P").setCategory("Cooling");
    return Ware.of(product.setReplacementCycle(cycle).build());
  }

  /** Records from before the door looked at it are read like any others. */
  @ParameterizedTest
  @ValueSource(strings = {"365", "3 years", "PT720H", "", "-P1Y", "P999999999Y", "P999999999W"})
  void aCycleThatCannotBeReadIsNone(String cycle) {
    assertThat(ware(cycle)).isEqualTo(new Ware("Cooling", null));
  }

  @Test
  void readsACycle() {
    assertThat(ware("P3Y").cycle()).isEqualTo(Period.ofYears(3));
    assertThat(ware(null).cycle()).isNull();
  }
}
