package io.campaignpulse.ingest;

import io.campaignpulse.ingest.core.Touch;

/** A Kafka record with its value not yet read; timestamp in epoch milliseconds. */
public record RawRecord(Touch.Origin origin, long timestamp, byte[] value) implements Placed {}
