package io.campaignpulse.serving;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ValueState;

/**
 * A state on disk of which the values stay at hand that were asked for last: to read one anew is to
 * decode it and to work out again what hangs on it, and a key of which something came is asked
 * about several times within the same second. All is written through, so that nothing is lost with
 * it.
 *
 * <p>Not for a state on the heap, which hands out the object that it keeps and must know of it, as
 * a checkpoint may be writing it.
 */
final class Warm<T> implements ValueState<T> {
  private final ValueState<T> kept;
  private final Supplier<Object> key;

  /** That nothing is kept of a key is known, too. */
  private final Map<Object, Optional<T>> atHand;

  /**
   * @param key of the value that {@code kept} would read
   * @param most of how many keys the values stay at hand
   */
  Warm(ValueState<T> kept, Supplier<Object> key, int most) {
    this.kept = kept;
    this.key = key;
    this.atHand =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Optional<T>> eldest) {
            return size() > most;
          }
        };
  }

  @Override
  public T value() throws IOException {
    var current = key.get();
    var known = atHand.get(current);
    if (known != null) {
      return known.orElse(null);
    }
    var read = kept.value();
    atHand.put(current, Optional.ofNullable(read));
    return read;
  }

  @Override
  public void update(T value) throws IOException {
    kept.update(value);
    atHand.put(key.get(), Optional.of(value));
  }

  @Override
  public void clear() {
    kept.clear();
    atHand.put(key.get(), Optional.empty());
  }
}
