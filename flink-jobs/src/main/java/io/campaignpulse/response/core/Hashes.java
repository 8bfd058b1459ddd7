package io.campaignpulse.response.core;

import java.util.Arrays;

/**
 * The hashes of a list of texts, side by side: most texts that are looked for are not in the list,
 * and this says so without visiting each.
 */
final class Hashes {
  private static final int[] NONE = {};

  private int[] hashes = NONE;
  private int size;

  void add(int place, int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.max(4, size * 2));
    }
    System.arraycopy(hashes, place, hashes, place + 1, size++ - place);
    hashes[place] = hash;
  }

  void remove(int place) {
    System.arraycopy(hashes, place + 1, hashes, place, --size - place);
  }

  void clear() {
    hashes = NONE;
    size = 0;
  }

  /** The next place with this hash, from here on; -1 if there is none. */
  int next(int hash, int from) {
    for (int place = from; place < size; place++) {
      if (hashes[place] == hash) {
        return place;
      }
    }
    return -1;
  }
}
