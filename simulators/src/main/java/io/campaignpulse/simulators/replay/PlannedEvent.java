package io.campaignpulse.simulators.replay;

import io.campaignpulse.events.EventType;

/** One event of a plan, encoded to be small: a plan holds all of them. */
record PlannedEvent(long at, EventType type, byte[] bytes) {}
