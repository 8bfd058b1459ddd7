package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a campaign says of how its responses count; times in epoch milliseconds.
 *
 * @param counted the kinds of interaction that make a responder
 * @param codes the campaign's codes, its own id among them
 * @param priorityShare how much of the weight of a response its responders get, 0 to 1
 */
public record CampaignTerms(
    String campaignId,
    long startsAt,
    long endsAt,
    long windowMillis,
    List<Touch.Kind> counted,
    boolean directOnly,
    String controlVariant,
    List<String> codes,
    List<String> numbers,
    double priorityShare) {

  public boolean control(String variant) {
    return controlVariant.equals(variant);
  }

  /** Whether a direct response at this time is credited. */
  public boolean takesDirect(long at) {
    return startsAt <= at && at <= endsAt + windowMillis;
  }

  /** Whether an interaction at this time lies within the response window of a contact. */
  public boolean within(long contactAt, long at) {
    return contactAt <= at && at <= contactAt + windowMillis;
  }

  /** Whether an order and its return both lie within the response window of a contact. */
  boolean within(long contactAt, Touch order, Touch refund) {
    return within(contactAt, order.at()) && within(contactAt, refund.at());
  }

  /** Everything by which an event can name the campaign: its id, codes and numbers. */
  public Set<String> names() {
    var names = new HashSet<>(codes);
    names.add(campaignId);
    names.addAll(numbers);
    return names;
  }

  /** The last moment at which anything can be credited directly. */
  public long closesAt() {
    return endsAt + windowMillis;
  }
}
