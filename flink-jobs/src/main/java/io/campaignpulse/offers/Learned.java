package io.campaignpulse.offers;

import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How what was learned for offers is written to Kafka, and read again. */
public final class Learned {
  private Learned() {}

  public static byte[] write(OfferNews news) {
    try {
      return Json.MAPPER.writeValueAsBytes(news);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static OfferNews read(byte[] bytes) throws InvalidRecordException {
    try {
      return Json.MAPPER.readValue(bytes, OfferNews.class);
    } catch (IOException e) {
      throw new InvalidRecordException("", "not what was learned for offers: " + e.getMessage());
    }
  }
}
