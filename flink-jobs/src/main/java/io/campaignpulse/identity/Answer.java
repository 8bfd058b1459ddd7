package io.campaignpulse.identity;

import io.campaignpulse.ingest.core.Touch;

/** One identity's answer for an event with several; a null customer is one that is not known. */
public record Answer(Touch touch, int rank, String customerId) {}
