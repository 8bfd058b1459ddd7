package io.campaignpulse.ingest;

import io.campaignpulse.ingest.core.Touch;

/** What came from Kafka and knows its place there. */
interface Placed {
  Touch.Origin origin();
}
