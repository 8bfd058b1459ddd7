package io.campaignpulse.serving;

import java.util.Collection;

/** Where views are written to. */
interface ViewStore extends AutoCloseable {

  /**
   * Writes all of the views and announces them.
   *
   * @throws RuntimeException if not every view was taken; those may be written again
   */
  void write(Collection<ViewWrite> views);

  @Override
  void close();
}
