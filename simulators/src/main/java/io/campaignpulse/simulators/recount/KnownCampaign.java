package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.avro.Attribution;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.ResponseType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What counting needs to know of a defined campaign. */
record KnownCampaign(
    String id,
    Instant startsAt,
    Instant lastDirect,
    Duration window,
    String controlVariant,
    boolean infers,
    Set<ResponseType> counts,
    Set<String> codes,
    Set<String> numbers) {

  static KnownCampaign of(Campaign campaign) {
    var window = Duration.parse(campaign.getResponseWindow());
    var codes = new HashSet<>(campaign.getCampaignCodes());
    codes.add(campaign.getCampaignId());
    var numbers = new HashSet<String>();
    campaign.getDialInNumbers().forEach(number -> numbers.add(Identities.dialled(number)));
    return new KnownCampaign(
        campaign.getCampaignId(),
        campaign.getStartsAt(),
        campaign.getEndsAt().plus(window),
        window,
        campaign.getControlVariant(),
        campaign.getAttribution() != Attribution.DIRECT_ONLY,
        Set.copyOf(campaign.getResponseTypes()),
        codes,
        numbers);
  }

  boolean named(Act act) {
    return (act.code() != null && codes.contains(act.code()))
        || (act.dialled() != null && numbers.contains(act.dialled()));
  }

  boolean takesDirectAt(Instant t) {
    return !t.isBefore(startsAt) && !t.isAfter(lastDirect);
  }

  boolean control(Contact contact) {
    return contact.variant().equals(controlVariant);
  }

  /** Whether t lies within the response window of a contact at this time. */
  boolean covers(Instant contactAt, Instant t) {
    return !t.isBefore(contactAt) && !t.isAfter(contactAt.plus(window));
  }
}
