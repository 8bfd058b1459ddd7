package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.views.ChangeNotice;

/** Tells what changed in the serving store. */
public interface ChangeFeed {
  /** Called on a thread of the feed: returns at once. */
  interface Listener {
    void changed(ChangeNotice notice);

    /** The line stands (again): whatever was announced while it did not is unknown. */
    void connected();
  }

  /** Listens until the returned handle is closed, however often the line breaks. */
  AutoCloseable listen(Listener listener);
}
