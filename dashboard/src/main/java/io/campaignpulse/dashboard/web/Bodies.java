package io.campaignpulse.dashboard.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Reads request bodies up to a limit. */
final class Bodies {
  /** How much more than the limit is read and thrown away, in limits. */
  private static final int PATIENCE = 3;

  private static final Pattern LINES =
      Pattern.compile("ndjson|jsonl|json-seq", Pattern.CASE_INSENSITIVE);

  private final long limit;

  Bodies(long limit) {
    this.limit = limit;
  }

  byte[] read(Context ctx) {
    try {
      var in = ctx.req().getInputStream();
      var announced = ctx.req().getContentLengthLong();
      var body = announced > limit ? null : in.readNBytes((int) limit + 1);
      if (body == null || body.length > limit) {
        pass(in);
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Most clients look for an answer only after all was sent: a closed connection tells nothing. */
  private void pass(InputStream in) throws IOException {
    var thrownAway = new byte[1 << 16];
    for (long left = PATIENCE * limit; left > 0; ) {
      int read = in.read(thrownAway);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  static boolean saysNdjson(Context ctx) {
    var type = ctx.contentType();
    return type != null && LINES.matcher(type).find();
  }

  private ContentTooLargeResponse tooLarge() {
    return new ContentTooLargeResponse(
        "The body is larger than " + limit + " bytes; send it in parts.");
  }
}
