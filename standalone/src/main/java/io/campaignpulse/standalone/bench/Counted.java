package io.campaignpulse.standalone.bench;

/** How many events a key has had. Public, as Flink asks of what it passes on. */
public record Counted(String key, long count) {}
