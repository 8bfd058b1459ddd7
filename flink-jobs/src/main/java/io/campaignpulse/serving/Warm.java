package io.campaignpulse.serving;

import io.campaignpulse.wire.Form;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * A state on disk of which the values stay at hand that were asked for last: to read one anew is to
 * search for it, to decode it and to work out again what hangs on it, and a key of which something
 * came is asked about several times within the same second. Those that were at hand before them lie
 * on a {@link Shelf}, from where they need only be decoded. All is written through, so that nothing
 * is lost with it.
 *
 * <p>Not for a state on the heap, which hands out the object that it keeps and must know of it, as
 * a checkpoint may be writing it.
 */
final class Warm<T> implements ValueState<T> {
  private static final int USUAL_BYTES = 1_024;

  private final ValueState<T> kept;
  private final Form<T> form;
  private final Supplier<String> key;
  private final Shelf shelf;
  private final DataOutputSerializer written = new DataOutputSerializer(USUAL_BYTES);

  private final Map<String, Held<T>> atHand;

  /**
   * A value at hand.
   *
   * @param value null where nothing is kept of the key, which is known, too
   * @param shelved whether it came from the shelf, where it still lies or was in its turn to go
   */
  private record Held<T>(T value, boolean shelved) {}

  /**
   * @param form writes each value that there is as one byte at least
   * @param key of the value that {@code kept} would read
   * @param most of how many keys the values stay at hand
   * @param shelf for the values of others, of this state alone
   */
  Warm(ValueState<T> kept, Form<T> form, Supplier<String> key, int most, Shelf shelf) {
    this.kept = kept;
    this.form = form;
    this.key = key;
    this.shelf = shelf;
    this.atHand =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Held<T>> eldest) {
            if (size() <= most) {
              return false;
            }
            if (!eldest.getValue().shelved()) {
              shelve(eldest.getKey(), eldest.getValue().value());
            }
            return true;
          }
        };
  }

  private void shelve(String of, T value) {
    try {
      written.clear();
      if (value != null) {
        form.write(value, written);
      }
      shelf.put(of, written.getSharedBuffer(), written.length());
    } catch (IOException e) {
      throw new IllegalStateException("what is kept of " + of + " can't be written", e);
    }
  }

  @Override
  public T value() throws IOException {
    var current = key.get();
    var held = atHand.get(current);
    if (held == null) {
      held = read(current);
      atHand.put(current, held);
    }
    return held.value();
  }

  private Held<T> read(String of) throws IOException {
    var shelved = shelf.get(of);
    if (shelved == null) {
      return new Held<>(kept.value(), false);
    }
    return new Held<>(shelved.available() == 0 ? null : form.read(shelved), true);
  }

  @Override
  public void update(T value) throws IOException {
    kept.update(value);
    atHand.put(key.get(), new Held<>(value, false));
  }

  @Override
  public void clear() {
    kept.clear();
    atHand.put(key.get(), new Held<>(null, false));
  }
}
