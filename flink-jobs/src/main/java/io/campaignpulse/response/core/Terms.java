package io.campaignpulse.response.core;

import io.campaignpulse.events.avro.Attribution;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.ingest.core.Touch;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Reads the terms of a campaign from its reference record. */
public final class Terms {
  private Terms() {}

  public static CampaignTerms of(Campaign campaign) {
    return new CampaignTerms(
        campaign.getCampaignId(),
        campaign.getStartsAt().toEpochMilli(),
        campaign.getEndsAt().toEpochMilli(),
        Duration.parse(campaign.getResponseWindow()).toMillis(),
        campaign.getResponseTypes().stream()
            .distinct()
            .map(type -> Touch.Kind.valueOf(type.name()))
            .toList(),
        campaign.getAttribution() == Attribution.DIRECT_ONLY,
        campaign.getControlVariant(),
        codes(campaign),
        List.copyOf(campaign.getDialInNumbers()),
        campaign.getPriorityShare());
  }

  /** A campaign's own id is a code too, so that no campaign is without one. */
  private static List<String> codes(Campaign campaign) {
    return Stream.concat(Stream.of(campaign.getCampaignId()), campaign.getCampaignCodes().stream())
        .distinct()
        .toList();
  }
}
