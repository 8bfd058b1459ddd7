package io.campaignpulse.offers.core;

import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import java.util.List;

/**
 * What decides whether a customer gets an offer.
 *
 * @param dealings proposals to them and how they took them
 * @param contacts by campaigns, one touch each, without control groups and what bounced
 * @param complains whether a complaint is open
 */
public record Customer(
    String id,
    CustomerFacts facts,
    Profile profile,
    boolean complains,
    List<Touch> dealings,
    List<Touch> contacts) {}
