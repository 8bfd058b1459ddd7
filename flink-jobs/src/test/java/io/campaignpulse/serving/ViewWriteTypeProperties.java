package io.campaignpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.wire.Again;
import java.io.IOException;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;

class ViewWriteTypeProperties {
  @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
  void aViewArrivesAsItWasSent(
      @ForAll String key,
      @ForAll @WithNull String field,
      @ForAll @WithNull String json,
      @ForAll @WithNull String campaignId,
      @ForAll @WithNull Long minute)
      throws IOException {
    var view = new ViewWrite(key, field, json, campaignId, minute);
    assertThat(Again.of(new ViewWriteType.Serializer(), view)).isEqualTo(view);
  }
}
