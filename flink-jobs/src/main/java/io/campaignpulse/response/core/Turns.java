package io.campaignpulse.response.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What waits to be served, campaign by campaign, and when the turn of each is: a moment after its
 * first change, and the more campaigns wait, the later. Times are processing time in epoch
 * milliseconds.
 */
public final class Turns {
  /** No other turn is needed. */
  public static final long PLANNED = -1;

  private final long momentMillis;
  private final long campaignsASecond;
  private final Map<String, Turn> waiting = new HashMap<>();

  private record Turn(long at, Set<String> places) {}

  public Turns(long momentMillis, long campaignsASecond) {
    this.momentMillis = momentMillis;
    this.campaignsASecond = campaignsASecond;
  }

  /** Takes note of a change; returns when the campaign's turn is, unless that is known already. */
  public long note(String campaignId, String place, long now) {
    var turn = waiting.get(campaignId);
    if (turn != null) {
      turn.places.add(place);
      return PLANNED;
    }
    var at = now + momentMillis + waiting.size() * 1_000L / campaignsASecond;
    waiting.put(campaignId, new Turn(at, new HashSet<>(Set.of(place))));
    return at;
  }

  /** What changed of a campaign, which counts as served from here on; nothing before its turn. */
  public Set<String> take(String campaignId, long now) {
    var turn = waiting.get(campaignId);
    if (turn == null || turn.at > now) {
      return Set.of();
    }
    waiting.remove(campaignId);
    return turn.places;
  }

  /** Forgets what waits of a campaign, as all of it is served. */
  public void drop(String campaignId) {
    waiting.remove(campaignId);
  }
}
