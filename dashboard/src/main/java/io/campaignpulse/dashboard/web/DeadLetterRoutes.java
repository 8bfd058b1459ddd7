package io.campaignpulse.dashboard.web;

import static io.campaignpulse.dashboard.web.Route.API;

import io.campaignpulse.dashboard.figures.Health;
import io.campaignpulse.dashboard.ports.DeadLetters.DeadLetter;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The calls that list refused records and put them through again. */
record DeadLetterRoutes(Api.Refused refused) {
  private static final int PREVIEW = 400;
  private static final int USUAL = 50;
  private static final int MOST = 1_000;

  /** A dead letter as people see it. */
  record Item(
      String id,
      String topic,
      int partition,
      long offset,
      String reason,
      Instant receivedAt,
      String preview) {}

  /** The newest dead letters, and how many there are. */
  record Page(long total, List<Item> items) {}

  List<Route> routes() {
    return List.of(
        Route.get(API + "/dead-letters", this::list),
        Route.post(
            API + "/dead-letters/replay", ctx -> ctx.status(202).json(refused.replay().all())),
        Route.post(API + "/dead-letters/{id}/replay", this::replayOne));
  }

  private void list(Context ctx) {
    var items =
        refused.letters().newest(Queries.limit(ctx, USUAL, MOST)).stream()
            .map(DeadLetterRoutes::item)
            .toList();
    ctx.json(new Page(total(), items));
  }

  /** As health says it, where repeats are not counted; without that, what lies in the log. */
  private long total() {
    try {
      var counted = refused.figures().arrivals();
      return counted.isPresent() ? Health.total(counted).deadLetters() : refused.letters().count();
    } catch (StoreUnavailableException e) {
      return refused.letters().count();
    }
  }

  private void replayOne(Context ctx) throws Exception {
    var id = ctx.pathParam("id");
    var outcome =
        refused
            .replay()
            .one(id)
            .orElseThrow(() -> new NotFoundResponse("There is no dead letter \"" + id + "\"."));
    ctx.status(202).json(outcome);
  }

  private static Item item(DeadLetter letter) {
    var text = new String(letter.value(), StandardCharsets.UTF_8);
    return new Item(
        letter.id(),
        letter.topic(),
        letter.partition(),
        letter.offset(),
        letter.reason(),
        letter.receivedAt(),
        text.substring(0, Math.min(PREVIEW, text.length())));
  }
}
