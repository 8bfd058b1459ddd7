package io.campaignpulse.serving;

/** Up to where a partition of a topic was read: the offset of what comes next. */
public record Position(String topic, int partition, long offset) {}
