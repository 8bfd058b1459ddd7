package io.campaignpulse.standalone.load;

/** Watches the figures of a load's campaigns by itself until it is closed. */
interface ResultWatch extends AutoCloseable {
  @Override
  void close();
}
