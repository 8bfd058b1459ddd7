package io.campaignpulse.standalone.bench;

/** Something that reads all events of a dataset from their beginning. */
interface EventReader extends AutoCloseable {
  /** How many events it has read. */
  long events();

  /** Fails if it did not do what it is measured for. */
  default void verify() {}

  /** Stops reading, where that is not left to the end of the process. */
  @Override
  default void close() {}
}
