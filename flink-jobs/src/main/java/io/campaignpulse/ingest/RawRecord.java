package io.campaignpulse.ingest;

import io.campaignpulse.ingest.core.Touch;

/** A Kafka record not yet read; timestamp in epoch milliseconds. Key and value may be null. */
public record RawRecord(Touch.Origin origin, long timestamp, byte[] key, byte[] value)
    implements Placed {}
