package io.campaignpulse.dashboard.web;

import io.campaignpulse.dashboard.ports.BusyException;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * Reads request bodies up to a limit, and all that are in hand at a time up to a few limits: what a
 * body comes to once it is understood is many times as large.
 */
final class Bodies {
  /** How many bodies of the largest size may be in hand at a time. */
  private static final int AT_A_TIME = 4;

  /** So much is read at a time; most bodies are smaller. */
  private static final int STEP = 1 << 16;

  private static final String HELD = "bytes-in-hand";

  /** How much more than the limit is read and thrown away, in limits. */
  private static final int PATIENCE = 3;

  private static final Pattern LINES =
      Pattern.compile("ndjson|jsonl|json-seq", Pattern.CASE_INSENSITIVE);

  private final long limit;
  private final Budget all;

  Bodies(long limit) {
    this.limit = limit;
    this.all = new Budget(AT_A_TIME * limit);
  }

  /** The same route, whose body is in hand until it is answered. */
  Route inHand(Route route) {
    return new Route(
        route.method(),
        route.path(),
        ctx -> {
          try {
            route.handler().handle(ctx);
          } finally {
            all.giveBack(held(ctx));
          }
        });
  }

  byte[] read(Context ctx) {
    try {
      var in = ctx.req().getInputStream();
      if (ctx.req().getContentLengthLong() > limit) {
        pass(in);
        throw tooLarge();
      }
      return read(ctx, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what has come, not what was announced: who sends nothing must keep out nobody. */
  private byte[] read(Context ctx, InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    for (var step = in.readNBytes(STEP); step.length > 0; step = in.readNBytes(STEP)) {
      if (body.size() + step.length > limit) {
        pass(in);
        throw tooLarge();
      }
      take(ctx, in, step.length);
      if (body.size() == 0 && step.length < STEP) {
        return step;
      }
      body.write(step);
    }
    return body.toByteArray();
  }

  private void take(Context ctx, InputStream in, int bytes) throws IOException {
    if (!all.take(bytes)) {
      all.giveBack(held(ctx));
      ctx.attribute(HELD, 0L);
      pass(in);
      throw new BusyException("So much is being taken in that this has to be sent again");
    }
    ctx.attribute(HELD, held(ctx) + bytes);
  }

  private static long held(Context ctx) {
    Long held = ctx.attribute(HELD);
    return held == null ? 0 : held;
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
