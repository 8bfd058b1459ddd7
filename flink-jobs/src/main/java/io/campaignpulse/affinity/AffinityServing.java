package io.campaignpulse.affinity;

import io.campaignpulse.affinity.core.Affinities;
import io.campaignpulse.affinity.core.Partners;
import io.campaignpulse.affinity.core.StrongestPairs;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Affinity;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.serving.ViewWrite;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.function.Consumer;

/**
 * Serves what changed of the pairs of one kind, round by round: all items that changed since the
 * last round, in the order in which they did, as many at a time as can be written without keeping
 * baskets waiting. An item that is in every tenth basket is so served once in a round, not each
 * second.
 */
final class AffinityServing {
  /** So many numbers are served at a time: an item is as many as it has partners. */
  private static final long MOST_AT_A_TIME = 20_000;

  private static final int MOST_ITEMS_AT_A_TIME = 300;

  private static final int MOST_FORGOTTEN_AT_A_TIME = 5_000;

  /** Looking through all pairs for the strongest is done once in so many milliseconds. */
  private static final long STRONGEST_EVERY_MILLIS = 5_000;

  /** All partners of an item are some ten kilobytes, and nobody sees them change by the second. */
  private static final long ROUND_EVERY_MILLIS = 10_000;

  private final Kind kind;
  private final Affinities affinities;
  private final IntLinkedOpenHashSet changed = new IntLinkedOpenHashSet();
  private final IntLinkedOpenHashSet due = new IntLinkedOpenHashSet();
  private boolean totalChanged = true;
  private boolean strongestChanged = true;
  private long strongestAt;
  private long roundAt;

  AffinityServing(Kind kind, Affinities affinities) {
    this.kind = kind;
    this.affinities = affinities;
    allChanged();
  }

  /** A store that has nothing is not kept waiting for the next round. */
  void allChanged() {
    totalChanged = true;
    strongestChanged = true;
    affinities.eachItem(due::add);
  }

  void changed(int[] items) {
    totalChanged = true;
    strongestChanged = true;
    for (int item : items) {
      changed.add(item);
    }
  }

  void serve(long now, Consumer<ViewWrite> views) {
    // A clock that is set back puts nothing off.
    strongestAt = Math.min(strongestAt, now);
    roundAt = Math.min(roundAt, now);
    if (totalChanged) {
      totalChanged = false;
      views.accept(
          ViewWrite.of(RedisKeys.affinityTotal(kind), null, affinities.total(now), null, null));
    }
    serveForgotten(views);
    if (due.isEmpty() && !changed.isEmpty() && now - roundAt >= ROUND_EVERY_MILLIS) {
      due.addAll(changed);
      changed.clear();
      roundAt = now;
    }
    if (!due.isEmpty()) {
      serveItems(views);
    }
    if (strongestChanged && now - strongestAt >= STRONGEST_EVERY_MILLIS) {
      strongestChanged = false;
      strongestAt = now;
      var strongest = StrongestPairs.of(affinities);
      views.accept(ViewWrite.of(RedisKeys.affinityStrongest(kind), null, strongest, null, null));
    }
  }

  /** Items that hardly anybody bought, when there were too many. */
  private void serveForgotten(Consumer<ViewWrite> views) {
    for (int n = 0; n < MOST_FORGOTTEN_AT_A_TIME; n++) {
      var item = affinities.nextForgotten();
      if (item == null) {
        return;
      }
      views.accept(ViewWrite.gone(RedisKeys.affinityItems(kind), item));
      views.accept(ViewWrite.gone(RedisKeys.affinityPartners(kind), item));
    }
  }

  private void serveItems(Consumer<ViewWrite> views) {
    var now = new IntArrayList();
    while (now.size() < MOST_ITEMS_AT_A_TIME && !due.isEmpty()) {
      int item = due.removeFirstInt();
      changed.remove(item);
      if (affinities.name(item) != null) {
        now.add(item);
      }
    }
    long written = 0;
    for (var partners : Partners.of(affinities, now)) {
      if (written > MOST_AT_A_TIME) {
        due.add(affinities.number(partners.item()));
        continue;
      }
      written += 1 + partners.partners().size();
      serve(partners, views);
    }
  }

  private void serve(Affinity.Partners partners, Consumer<ViewWrite> views) {
    var item = partners.item();
    views.accept(
        ViewWrite.of(RedisKeys.affinityItems(kind), item, affinities.of(item), null, null));
    views.accept(ViewWrite.of(RedisKeys.affinityPartners(kind), item, partners, null, null));
  }
}
