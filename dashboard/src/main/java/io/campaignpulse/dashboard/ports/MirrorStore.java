package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.ReferenceKind;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
   * @param known the positions at which the store is believed to be
   * @return the positions at which it is instead, as another mirror wrote to it or it was emptied;
   *     nothing if all is written
   */
  Optional<Map<String, Long>> write(Map<String, Long> known, Batch batch);

  /** Whether a batch that begins at the known positions fits a store at these ones. */
  static boolean fits(Map<String, Long> positions, Map<String, Long> known, Batch batch) {
    return holds(positions, known)
        && batch.positions().keySet().stream()
            .allMatch(each -> Objects.equals(positions.get(each), known.get(each)));
  }

  /** Whether a store at these positions holds all that was written up to the known ones. */
  static boolean holds(Map<String, Long> positions, Map<String, Long> known) {
    return known.entrySet().stream()
        .allMatch(entry -> positions.getOrDefault(entry.getKey(), -1L) >= entry.getValue());
  }
}
