package io.campaignpulse.ingest;

import io.campaignpulse.ingest.core.Touch;

/** A record that could not be read, as it was, with where it stood and why it was refused. */
public record DeadLetter(Touch.Origin origin, byte[] bytes, String reason) {}
