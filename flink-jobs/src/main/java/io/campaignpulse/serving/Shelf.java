package io.campaignpulse.serving;

import java.nio.ByteBuffer;
import org.apache.flink.core.memory.DataInputDeserializer;

/**
 * The values that keys had last, as bytes side by side in a few large blocks, which collections
 * neither copy nor look through. When the blocks are full, the oldest goes with all that it holds,
 * so what was put there lately is found; what is not found may be anything.
 */
final class Shelf {
  /** No array of this size is moved by a collection. */
  private static final int BLOCK_BYTES = 4 << 20;

  /** Of so many bytes one value is expected. */
  private static final int USUAL_BYTES = 128;

  /** Values whose keys share a hash's place lie in so many places side by side. */
  private static final int WAYS = 4;

  private static final int OFFSET_BITS = 24;
  private static final int OFFSET = (1 << OFFSET_BITS) - 1;

  private final int blockBytes;
  private final ByteBuffer[] blocks;

  /** Where values are: the number of a block, counted from 1 on for ever, and the offset in it. */
  private final long[] places;

  private long newest = 1;

  /**
   * @param bytes that it may hold, at least those of one block; taken as they are needed
   */
  Shelf(long bytes) {
    this((int) Math.max(1, bytes / BLOCK_BYTES), BLOCK_BYTES);
  }

  /**
   * @param blockBytes a power of two of 512 at least, and 16 MiB at most
   */
  Shelf(int blocks, int blockBytes) {
    this.blockBytes = blockBytes;
    this.blocks = new ByteBuffer[blocks];
    this.places = new long[(int) Long.highestOneBit((long) blocks * blockBytes / USUAL_BYTES)];
  }

  /**
   * Puts what a key has now in the place of what it had. What is larger than a block is not kept.
   *
   * @param length of the value in bytes; 0 for no value
   */
  void put(String key, byte[] value, int length) {
    int bucket = bucket(key);
    int place = find(bucket, key);
    int bytes = Integer.BYTES + key.length() * Character.BYTES + Integer.BYTES + length;
    if (bytes > blockBytes) {
      if (place >= 0) {
        places[place] = 0;
      }
      return;
    }
    var block = room(bytes);
    places[place >= 0 ? place : oldest(bucket)] = newest << OFFSET_BITS | block.position();
    block.putInt(key.length());
    for (int i = 0; i < key.length(); i++) {
      block.putChar(key.charAt(i));
    }
    block.putInt(length).put(value, 0, length);
  }

  /** What a key had last, of which nothing is available where it had no value; null if unknown. */
  DataInputDeserializer get(String key) {
    int place = find(bucket(key), key);
    if (place < 0) {
      return null;
    }
    var block = block(places[place]);
    int at = offset(places[place]) + Integer.BYTES + key.length() * Character.BYTES;
    return new DataInputDeserializer(block.array(), at + Integer.BYTES, block.getInt(at));
  }

  private int bucket(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return (hash ^ hash >>> 16) & places.length - 1 & -WAYS;
  }

  private int find(int bucket, String key) {
    for (int place = bucket; place < bucket + WAYS; place++) {
      if (held(places[place]) && has(places[place], key)) {
        return place;
      }
    }
    return -1;
  }

  private boolean held(long at) {
    return at >>> OFFSET_BITS > Math.max(0, newest - blocks.length);
  }

  private boolean has(long at, String key) {
    var block = block(at);
    int offset = offset(at);
    if (block.getInt(offset) != key.length()) {
      return false;
    }
    offset += Integer.BYTES;
    for (int i = 0; i < key.length(); i++) {
      if (block.getChar(offset + i * Character.BYTES) != key.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int oldest(int bucket) {
    int oldest = bucket;
    for (int place = bucket + 1; place < bucket + WAYS; place++) {
      if (places[place] < places[oldest]) {
        oldest = place;
      }
    }
    return oldest;
  }

  private ByteBuffer block(long at) {
    return blocks[(int) ((at >>> OFFSET_BITS) % blocks.length)];
  }

  private static int offset(long at) {
    return (int) (at & OFFSET);
  }

  /** The newest block, one with so much room. */
  private ByteBuffer room(int bytes) {
    int at = (int) (newest % blocks.length);
    if (blocks[at] != null && blocks[at].remaining() < bytes) {
      newest++;
      at = (int) (newest % blocks.length);
      if (blocks[at] != null) {
        blocks[at].clear();
      }
    }
    if (blocks[at] == null) {
      blocks[at] = ByteBuffer.allocate(blockBytes);
    }
    return blocks[at];
  }
}
