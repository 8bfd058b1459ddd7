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
public final class SharedTexts {
  static final int PLACES = 4096;
  private static final int LONGEST = 128;
  private static final ThreadLocal<SharedTexts> OF_THREAD =
      ThreadLocal.withInitial(SharedTexts::new);

  private final byte[][] bytes = new byte[PLACES][];
  private final String[] texts = new String[PLACES];
  private final byte[] buffer = new byte[LONGEST];

  SharedTexts() {}

  /** Those of the thread that asks. */
  public static SharedTexts ofThread() {
    return OF_THREAD.get();
  }

  String read(DataInput in, int length) throws IOException {
    var read = length > LONGEST ? new byte[length] : buffer;
    in.readFully(read, 0, length);
    return of(read, 0, length);
  }

  /** The text of these UTF-8 bytes. */
  public String of(byte[] from, int begin, int length) {
    if (length > LONGEST) {
      return new String(from, begin, length, StandardCharsets.UTF_8);
    }
    int place = place(from, begin, length);
    var known = bytes[place];
    if (known == null || !Arrays.equals(known, 0, known.length, from, begin, begin + length)) {
      bytes[place] = Arrays.copyOfRange(from, begin, begin + length);
      texts[place] = new String(from, begin, length, StandardCharsets.UTF_8);
    }
    return texts[place];
  }

  private static int place(byte[] from, int begin, int length) {
    int hash = length;
    for (int i = begin; i < begin + length; i++) {
      hash = 31 * hash + from[i];
    }
    return (hash ^ hash >>> 16) & PLACES - 1;
  }
}
