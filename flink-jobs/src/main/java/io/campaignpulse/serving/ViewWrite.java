package io.campaignpulse.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * The newest value of one view, absolute: writing it twice changes nothing.
 *
 * @param field the field of a hash; null where the key holds the value itself
 * @param json the value; null for none any more
 * @param campaignId the campaign whose change this is; null for others
 * @param minute the epoch minute that changed; null for totals
 */
@TypeInfo(ViewWriteType.class)
public record ViewWrite(String key, String field, String json, String campaignId, Long minute) {

  public static ViewWrite of(
      String key, String field, Object view, String campaignId, Long minute) {
    try {
      return new ViewWrite(key, field, Json.MAPPER.writeValueAsString(view), campaignId, minute);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON for " + key, e);
    }
  }

  /** A view that is a text as it stands. */
  public static ViewWrite text(String key, String text) {
    return new ViewWrite(key, null, text, null, null);
  }

  /** A field of a hash that is no more. */
  public static ViewWrite gone(String key, String field) {
    return new ViewWrite(key, field, null, null, null);
  }

  /** A key that is no more. */
  public static ViewWrite gone(String key) {
    return new ViewWrite(key, null, null, null, null);
  }

  /** What tells this view from all others. */
  public String place() {
    return field == null ? key : key + "\u0000" + field;
  }
}
