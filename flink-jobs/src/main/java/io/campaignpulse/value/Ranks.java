package io.campaignpulse.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.FieldError;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.views.ValueRanks;
import java.io.IOException;
import java.util.List;

/** The ranks as they go from the pass that found them to all who put customers into tiers. */
public final class Ranks {
  private Ranks() {}

  public static byte[] write(ValueRanks ranks) {
    try {
      return Json.MAPPER.writeValueAsBytes(ranks);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON for ranks", e);
    }
  }

  public static ValueRanks read(byte[] bytes) throws InvalidRecordException {
    try {
      return Json.MAPPER.readValue(bytes, ValueRanks.class);
    } catch (IOException e) {
      throw new InvalidRecordException(List.of(new FieldError("ranks", e.getMessage())));
    }
  }
}
