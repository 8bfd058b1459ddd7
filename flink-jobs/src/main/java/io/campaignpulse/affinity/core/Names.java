package io.campaignpulse.affinity.core;

import io.campaignpulse.wire.Wire;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Numbers for names: pairs of numbers take a quarter of what pairs of names would. */
final class Names {
  private static final int NONE = -1;

  private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final IntArrayList free = new IntArrayList();

  Names() {
    numbers.defaultReturnValue(NONE);
  }

  int size() {
    return numbers.size();
  }

  /** The name of a number; null where it was forgotten. */
  String name(int number) {
    return names.get(number);
  }

  /** The number of a name; negative if it has none. */
  int find(String name) {
    return numbers.getInt(name);
  }

  /** The number of a name, which gets one if it has none. */
  int number(String name) {
    int known = numbers.getInt(name);
    if (known != NONE) {
      return known;
    }
    int number = free.isEmpty() ? names.size() : free.popInt();
    if (number == names.size()) {
      names.add(name);
    } else {
      names.set(number, name);
    }
    numbers.put(name, number);
    return number;
  }

  void each(IntConsumer visitor) {
    numbers.values().forEach(visitor);
  }

  /**
   * Takes their numbers from those whose number is not worth keeping, and says which.
   *
   * @param forgotten told of each of these names
   */
  IntSet forget(IntPredicate notWorth, Consumer<String> forgotten) {
    var gone = new IntOpenHashSet();
    numbers
        .object2IntEntrySet()
        .removeIf(each -> notWorth.test(each.getIntValue()) && gone.add(each.getIntValue()));
    for (int number : gone) {
      forgotten.accept(names.set(number, null));
      free.add(number);
    }
    return gone;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (var name : names) {
      out.writeBoolean(name != null);
      if (name != null) {
        Wire.writeText(out, name);
      }
    }
  }

  static Names read(DataInput in) throws IOException {
    var read = new Names();
    int size = in.readInt();
    for (int number = 0; number < size; number++) {
      if (in.readBoolean()) {
        var name = Wire.readText(in);
        read.names.add(name);
        read.numbers.put(name, number);
      } else {
        read.names.add(null);
        read.free.add(number);
      }
    }
    return read;
  }
}
