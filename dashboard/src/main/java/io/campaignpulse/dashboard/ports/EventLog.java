package io.campaignpulse.dashboard.ports;

import java.util.List;

/** The durable log that events and reference data are written to. */
public interface EventLog {
  /** One record to append; records of one key keep their order. */
  record Entry(String topic, String key, byte[] value) {}

  /** Where a record stands in the log. */
  record Position(String topic, int partition, long offset) {}

  /**
   * Appends the records and returns when every one is durable.
   *
   * @return their positions, in the order given
   * @throws LogUnavailableException if any could not be made durable; some of them may be
   */
  List<Position> append(List<Entry> entries);

  /** Whether the log answered lately. */
  boolean reachable();
}
