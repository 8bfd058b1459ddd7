package io.campaignpulse.dashboard.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Reads request bodies up to a limit. */
final class Bodies {
  private final long limit;

  Bodies(long limit) {
    this.limit = limit;
  }

  byte[] read(Context ctx) {
    if (ctx.req().getContentLengthLong() > limit) {
      throw tooLarge();
    }
    try {
      var body = ctx.req().getInputStream().readNBytes((int) limit + 1);
      if (body.length > limit) {
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean saysNdjson(Context ctx) {
    var type = ctx.contentType();
    return type != null && type.toLowerCase(Locale.ROOT).matches(".*(ndjson|jsonl|json-seq).*");
  }

  private ContentTooLargeResponse tooLarge() {
    return new ContentTooLargeResponse(
        "The body is larger than " + limit + " bytes; send it in parts.");
  }
}
