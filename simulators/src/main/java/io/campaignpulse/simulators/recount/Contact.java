package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.ContactStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One contact of a customer: all its events together.
 *
 * @param at event time of the earliest of them, which also says campaign, variant and channel
 * @param first when each status was first reached
 */
record Contact(
    String contactId,
    String campaignId,
    String variant,
    String channel,
    Instant at,
    Map<ContactStatus, Instant> first) {
  static final Comparator<Contact> EARLIEST =
      Comparator.comparing(Contact::at).thenComparing(Contact::contactId);
  private static final Comparator<CampaignContact> EARLIEST_EVENT =
      Comparator.comparing(CampaignContact::getOccurredAt)
          .thenComparing(CampaignContact::getEventId);

  static Contact of(List<CampaignContact> events) {
    var earliest = events.stream().min(EARLIEST_EVENT).orElseThrow();
    var first = new EnumMap<ContactStatus, Instant>(ContactStatus.class);
    for (var event : events) {
      first.merge(event.getStatus(), event.getOccurredAt(), (a, b) -> a.isBefore(b) ? a : b);
    }
    return new Contact(
        earliest.getContactId(),
        earliest.getCampaignId(),
        earliest.getVariant(),
        earliest.getChannel(),
        earliest.getOccurredAt(),
        first);
  }

  boolean bounced() {
    return first.containsKey(ContactStatus.BOUNCED);
  }
}
