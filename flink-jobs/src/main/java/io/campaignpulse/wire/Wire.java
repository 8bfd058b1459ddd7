package io.campaignpulse.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes texts and numbers compactly, and reads them again. Numbers take seven bits a byte, lowest
 * first; a text is the length of its UTF-8 bytes plus one, and these; 0 stands for no text.
 */
public final class Wire {
  private Wire() {}

  public static void writeText(DataOutput out, String text) throws IOException {
    if (text == null) {
      out.writeByte(0);
      return;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    writeLong(out, bytes.length + 1L);
    out.write(bytes);
  }

  /** Returns null where null was written. */
  public static String readText(DataInput in) throws IOException {
    int length = readInt(in) - 1;
    if (length < 0) {
      return null;
    }
    var bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** As {@link #readText}, for texts of which there are few: the same one is the same object. */
  public static String readSharedText(DataInput in) throws IOException {
    int length = readInt(in) - 1;
    return length < 0 ? null : SharedTexts.ofThread().read(in, length);
  }

  public static void writeTexts(DataOutput out, List<String> texts) throws IOException {
    writeLong(out, texts.size());
    for (var text : texts) {
      writeText(out, text);
    }
  }

  public static List<String> readTexts(DataInput in) throws IOException {
    return readTexts(in, Wire::readText);
  }

  /** As {@link #readTexts}, for texts of which there are few. */
  public static List<String> readSharedTexts(DataInput in) throws IOException {
    return readTexts(in, Wire::readSharedText);
  }

  private interface TextReader {
    String read(DataInput in) throws IOException;
  }

  private static List<String> readTexts(DataInput in, TextReader reader) throws IOException {
    int size = readInt(in);
    if (size == 0) {
      return List.of();
    }
    var texts = new ArrayList<String>(size);
    for (int i = 0; i < size; i++) {
      texts.add(reader.read(in));
    }
    return texts;
  }

  /** Any number; those that are not negative and small take few bytes. */
  public static void writeLong(DataOutput out, long value) throws IOException {
    var rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  public static long readLong(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.readByte();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("a number of more than 64 bits");
  }

  public static int readInt(DataInput in) throws IOException {
    return Math.toIntExact(readLong(in));
  }
}
