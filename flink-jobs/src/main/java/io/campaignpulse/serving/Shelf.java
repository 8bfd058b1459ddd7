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
  private static final int MARK_BITS = 8;
  private static final int MARK = (1 << MARK_BITS) - 1;

  private final int blockBytes;
  private final ByteBuffer[] blocks;

  /**
   * Where values are: the number of a block, counted from 1 on for ever, a mark of the key, and the
   * offset. Where the mark is another no block is looked into, which is to wait for memory.
   */
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
    int hash = hash(key);
    int place = find(hash, key);
    int bytes = Integer.BYTES + key.length() * Character.BYTES + Integer.BYTES + length;
    if (bytes > blockBytes) {
      if (place >= 0) {
        places[place] = 0;
      }
      return;
    }
    var block = room(bytes);
    places[place >= 0 ? place : oldest(bucket(hash))] =
        (newest << MARK_BITS | mark(hash)) << OFFSET_BITS | block.position();
    block.putInt(key.length());
    for (int i = 0; i < key.length(); i++) {
      block.putChar(key.charAt(i));
    }
    block.putInt(length).put(value, 0, length);
  }

  /** What a key had last, of which nothing is available where it had no value; null if unknown. */
  DataInputDeserializer get(String key) {
    int place = find(hash(key), key);
    if (place < 0) {
      return null;
    }
    var block = blockOf(places[place]);
    int at = offset(places[place]) + Integer.BYTES + key.length() * Character.BYTES;
    return new DataInputDeserializer(block.array(), at + Integer.BYTES, block.getInt(at));
  }

  private static int hash(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ hash >>> 16;
  }

  private int bucket(int hash) {
    return hash & places.length - 1 & -WAYS;
  }

  /** The first bits of a hash, as the last ones say the place. */
  private static int mark(int hash) {
    return hash >>> Integer.SIZE - MARK_BITS;
  }

  private int find(int hash, String key) {
    int bucket = bucket(hash);
    for (int place = bucket; place < bucket + WAYS; place++) {
      long at = places[place];
      if (held(at) && (int) (at >>> OFFSET_BITS & MARK) == mark(hash) && has(at, key)) {
        return place;
      }
    }
    return -1;
  }

  private boolean held(long at) {
    return block(at) > Math.max(0, newest - blocks.length);
  }

  private boolean has(long at, String key) {
    var block = blockOf(at);
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

  private static long block(long at) {
    return at >>> OFFSET_BITS + MARK_BITS;
  }

  private ByteBuffer blockOf(long at) {
    return blocks[(int) (block(at) % blocks.length)];
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
