package io.campaignpulse.offers;

import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.views.OfferFigures;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How what was learned of an offer is written to Kafka, and read again. */
public final class Learned {
  private Learned() {}

  public static byte[] write(OfferFigures figures) {
    try {
      return Json.MAPPER.writeValueAsBytes(figures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static OfferFigures read(byte[] bytes) throws InvalidRecordException {
    try {
      return Json.MAPPER.readValue(bytes, OfferFigures.class);
    } catch (IOException e) {
      throw new InvalidRecordException("", "not what was learned of an offer: " + e.getMessage());
    }
  }
}
