package io.campaignpulse.ingest.core;

import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A customer's events, side by side in one array of bytes as they came, and found there by the
 * hashes of their ids: most ids that are looked for are not there, and this says so without reading
 * one event.
 */
public final class Page {
  public static final Comparator<Touch> IN_TIME =
      Comparator.comparingLong(Touch::at).thenComparing(Touch::eventId);

  private static final int[] NO_INDEX = {};
  private static final byte[] NO_BYTES = {};

  /** For each event the hash of its id, the hash of its unit's id, and where it begins. */
  private static final int WIDTH = 3;

  private static final int UNIT = 1;
  private static final int BEGIN = 2;

  private byte[] bytes;
  private int[] index;
  private int length;
  private int size;

  /** Whether the arrays are a copy's by now, which writes on behind what this page has. */
  private boolean handedOn;

  public Page() {
    this(NO_BYTES, NO_INDEX);
  }

  private Page(byte[] bytes, int[] index) {
    this.bytes = bytes;
    this.index = index;
    this.length = bytes.length;
    this.size = index.length / WIDTH;
  }

  /**
   * A page with the same events. It goes on with the arrays of this one, which copies them only if
   * it is itself added to later: of most copies only the newer page ever is.
   */
  public Page copy() {
    var copy = new Page(bytes, index);
    copy.length = length;
    copy.size = size;
    copy.handedOn = handedOn;
    handedOn = true;
    return copy;
  }

  /** Writes the page as {@link #read} reads it. */
  public void write(DataOutput out) throws IOException {
    Wire.writeLong(out, length);
    out.write(bytes, 0, length);
    Wire.writeLong(out, size * WIDTH);
    var numbers = ByteBuffer.allocate(size * WIDTH * Integer.BYTES);
    numbers.asIntBuffer().put(index, 0, size * WIDTH);
    out.write(numbers.array());
  }

  public static Page read(DataInput in) throws IOException {
    var bytes = new byte[Wire.readInt(in)];
    in.readFully(bytes);
    var index = new int[Wire.readInt(in)];
    var numbers = new byte[index.length * Integer.BYTES];
    in.readFully(numbers);
    ByteBuffer.wrap(numbers).asIntBuffer().get(index);
    return new Page(bytes, index);
  }

  public int size() {
    return size;
  }

  public void add(Touch touch) {
    grow(Packed.most(touch));
    int at = size++ * WIDTH;
    index[at] = touch.eventId().hashCode();
    index[at + UNIT] = Objects.hashCode(touch.unitId());
    index[at + BEGIN] = length;
    length = new Packed(bytes, length).write(touch);
  }

  private void grow(int more) {
    if (handedOn) {
      bytes = Arrays.copyOf(bytes, length);
      index = Arrays.copyOf(index, size * WIDTH);
      handedOn = false;
    }
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, length + more + length / 4);
    }
    if (size * WIDTH == index.length) {
      index = Arrays.copyOf(index, (size + 2 + size / 4) * WIDTH);
    }
  }

  /** The event of this id; null if there is none. */
  public Touch find(String eventId) {
    int hash = eventId.hashCode();
    for (int place = 0; place < size; place++) {
      if (index[place * WIDTH] == hash) {
        var touch = touch(place);
        if (touch.eventId().equals(eventId)) {
          return touch;
        }
      }
    }
    return null;
  }

  /** Whether there is any event of this kind. */
  public boolean holds(Touch.Kind kind) {
    for (int place = 0; place < size; place++) {
      if (new Packed(bytes, index[place * WIDTH + BEGIN]).kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** All events of one kind, in order of time. */
  public List<Touch> ofKind(Touch.Kind kind) {
    var touches = new ArrayList<Touch>();
    for (int place = 0; place < size; place++) {
      if (new Packed(bytes, index[place * WIDTH + BEGIN]).kind() == kind) {
        touches.add(touch(place));
      }
    }
    touches.sort(IN_TIME);
    return touches;
  }

  /** All events of one unit, of whatever kind, in order of time. */
  public List<Touch> ofUnit(String unitId) {
    List<Touch> touches = null;
    int hash = unitId.hashCode();
    for (int place = 0; place < size; place++) {
      var touch = index[place * WIDTH + UNIT] == hash ? touch(place) : null;
      if (touch != null && unitId.equals(touch.unitId())) {
        touches = touches == null ? new ArrayList<>(2) : touches;
        touches.add(touch);
      }
    }
    if (touches == null) {
      return List.of();
    }
    touches.sort(IN_TIME);
    return touches;
  }

  /** What is seen of an event without reading it: what it is, when it was, and its amount. */
  public interface Glance {
    void at(Touch.Kind kind, long at, long amountMinor);
  }

  /** Looks at all events, as they came. */
  public void glance(Glance glance) {
    for (int place = 0; place < size; place++) {
      new Packed(bytes, index[place * WIDTH + BEGIN]).glance(glance);
    }
  }

  /**
   * Looks at the events that are alone in their unit, as they came, and reads only the others.
   *
   * @return the others in order of time, among them some whose units merely have the same hash
   */
  public List<Touch> glanceAlone(Glance glance) {
    var units = new int[size];
    for (int place = 0; place < size; place++) {
      units[place] = index[place * WIDTH + UNIT];
    }
    Arrays.sort(units);
    var others = new ArrayList<Touch>();
    for (int place = 0; place < size; place++) {
      if (once(units, index[place * WIDTH + UNIT])) {
        new Packed(bytes, index[place * WIDTH + BEGIN]).glance(glance);
      } else {
        others.add(touch(place));
      }
    }
    others.sort(IN_TIME);
    return others;
  }

  /** Whether one of these, which are sorted, is there only once. */
  private static boolean once(int[] sorted, int one) {
    int place = Arrays.binarySearch(sorted, one);
    return (place == 0 || sorted[place - 1] != one)
        && (place == sorted.length - 1 || sorted[place + 1] != one);
  }

  /** When the last event happened, in epoch milliseconds; {@link Long#MIN_VALUE} without any. */
  public long lastAt() {
    var last = new long[] {Long.MIN_VALUE};
    glance((kind, at, amount) -> last[0] = Math.max(last[0], at));
    return last[0];
  }

  /** All events in order of time. */
  public List<Touch> touches() {
    var touches = new ArrayList<Touch>(size + 1);
    for (int place = 0; place < size; place++) {
      touches.add(touch(place));
    }
    touches.sort(IN_TIME);
    return touches;
  }

  private Touch touch(int place) {
    return new Packed(bytes, index[place * WIDTH + BEGIN]).read();
  }
}
