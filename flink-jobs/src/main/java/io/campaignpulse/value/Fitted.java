package io.campaignpulse.value;

import io.campaignpulse.value.core.ValueModel;

/**
 * What came of an order to fit the model.
 *
 * @param asOfDay the epoch day on which the observation ended
 * @param sampleSize customers with a purchase by then
 * @param logLikelihood of the purchases
 * @param model null if none could be fitted
 * @param refusal why not; null if one could
 */
public record Fitted(
    String order,
    long asOfDay,
    long sampleSize,
    double logLikelihood,
    ValueModel model,
    String refusal) {}
