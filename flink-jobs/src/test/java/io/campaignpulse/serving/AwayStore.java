package io.campaignpulse.serving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A store that can be away, and remembers what was written at a time. */
final class AwayStore implements ViewStore {
  final List<List<ViewWrite>> batches = new ArrayList<>();
  boolean away;

  static ViewWrite view(String key, String json) {
    return new ViewWrite(key, null, json, "K", null);
  }

  @Override
  public void write(Collection<ViewWrite> views) {
    if (away) {
      throw new IllegalStateException("away");
    }
    batches.add(List.copyOf(views));
  }

  @Override
  public void close() {}
}
