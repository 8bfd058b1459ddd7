package io.campaignpulse.standalone.embedded;

/** A topic as it should be: its name, and whether only the newest record of a key is kept. */
public record TopicPlan(String name, boolean compacted) {}
