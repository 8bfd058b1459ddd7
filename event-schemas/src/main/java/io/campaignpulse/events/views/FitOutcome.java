package io.campaignpulse.events.views;

/**
 * What came of an order to fit the value model.
 *
 * @param order the id of the order
 * @param asOfDay the epoch day on which the observation ended
 * @param sampleSize customers with a purchase by then
 * @param refusal why no model came of it; null if one did
 */
public record FitOutcome(String order, long asOfDay, long sampleSize, String refusal) {}
