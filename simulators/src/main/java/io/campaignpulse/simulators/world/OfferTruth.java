package io.campaignpulse.simulators.world;

/**
 * How an offer is truly taken by those of one tier on one channel.
 *
 * @param acceptance the share of those to whom it is presented who accept it
 * @param refusal the share of them who decline it; the rest say nothing
 */
public record OfferTruth(
    String offerId, String tier, String channel, double acceptance, double refusal) {}
