package io.campaignpulse.serving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest value of each view that is to be written. They are kept in the order of the last of
 * each place: a key goes before its new fields.
 */
final class Unwritten {
  /** What a view takes on the heap beside its texts, about. */
  private static final int BESIDE_TEXTS = 200;

  private final Map<String, ViewWrite> views = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  void add(ViewWrite view) {
    var place = view.place();
    // Whose order is that of the last access: a place that was there moves to the end.
    var before = views.put(place, view);
    bytes += size(view) - (before == null ? 0 : size(before));
  }

  /** Takes in what is older than all that is here. */
  void addOlder(Collection<ViewWrite> older) {
    var newer = take();
    older.forEach(this::add);
    newer.forEach(this::add);
  }

  /** All of them, which are here no more. */
  List<ViewWrite> take() {
    var all = new ArrayList<>(views.values());
    views.clear();
    bytes = 0;
    return all;
  }

  Collection<ViewWrite> all() {
    return views.values();
  }

  boolean isEmpty() {
    return views.isEmpty();
  }

  /** What they take on the heap, about. */
  long bytes() {
    return bytes;
  }

  private static long size(ViewWrite view) {
    // The place is a text of its own.
    var names = 2L * (view.key().length() + length(view.field()));
    return BESIDE_TEXTS + names + length(view.json());
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }
}
