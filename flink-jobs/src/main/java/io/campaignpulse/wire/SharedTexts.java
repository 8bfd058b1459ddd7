package io.campaignpulse.wire;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads texts of which there are few, such as codes and channels, again and again: the same text is
 * the same object most of the time, which costs neither its memory nor its hashing anew. Remembers
 * one text for each of {@value #PLACES} places; for one thread.
 */
final class SharedTexts {
  static final int PLACES = 4096;
  private static final int LONGEST = 128;

  private final byte[][] bytes = new byte[PLACES][];
  private final String[] texts = new String[PLACES];
  private final byte[] buffer = new byte[LONGEST];

  String read(DataInput in, int length) throws IOException {
    if (length > LONGEST) {
      var all = new byte[length];
      in.readFully(all);
      return new String(all, StandardCharsets.UTF_8);
    }
    in.readFully(buffer, 0, length);
    int place = place(length);
    var known = bytes[place];
    if (known == null || !Arrays.equals(known, 0, known.length, buffer, 0, length)) {
      bytes[place] = Arrays.copyOf(buffer, length);
      texts[place] = new String(buffer, 0, length, StandardCharsets.UTF_8);
    }
    return texts[place];
  }

  private int place(int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + buffer[i];
    }
    return (hash ^ hash >>> 16) & PLACES - 1;
  }
}
