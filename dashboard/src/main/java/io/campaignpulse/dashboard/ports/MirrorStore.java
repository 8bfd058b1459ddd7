package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.ReferenceKind;
import java.util.Map;

/** Write side of the reference data in the serving store. */
public interface MirrorStore {
  /**
   * Records that were read, and up to where.
   *
   * @param records JSON by id; null for one that was removed
   * @param positions the next offset to read, by partition
   * @param whole whether the store now holds all that there was when reading began; until then its
   *     readers are told that it is being filled
   */
  record Batch(
      Map<ReferenceKind, ? extends Map<String, String>> records,
      Map<String, Long> positions,
      boolean whole) {}

  /** The positions kept beside the records; empty in a store that holds no records. */
  Map<String, Long> positions();

  /**
   * Writes records and positions at once, or nothing.
   *
   * @param known the positions that the store is believed to have reached
   * @return false if it has not: it was emptied, or is another one
   */
  boolean write(Map<String, Long> known, Batch batch);

  /** Whether a store at these positions holds all that was written up to the known ones. */
  static boolean holds(Map<String, Long> positions, Map<String, Long> known) {
    return known.entrySet().stream()
        .allMatch(entry -> positions.getOrDefault(entry.getKey(), -1L) >= entry.getValue());
  }
}
