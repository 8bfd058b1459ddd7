package io.campaignpulse.offers;

import io.campaignpulse.offers.core.Wares.Ware;
import io.campaignpulse.wire.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.function.BiConsumer;

/**
 * How products are kept: many on one page of bytes. A checkpoint writes all of them every time, and
 * takes its time by the entry more than by the byte.
 */
public final class WarePages {
  /** So that a page of a million products is still written anew in microseconds. */
  private static final int PAGES = 4096;

  private static final byte[] EMPTY = {};

  private WarePages() {}

  /** The page that a product is on. */
  public static int page(String productId) {
    int hash = productId.hashCode();
    return (hash ^ hash >>> 16) & (PAGES - 1);
  }

  /**
   * A page on which a product is now this.
   *
   * @param page null for none so far
   */
  public static byte[] with(byte[] page, String productId, Ware ware) {
    var bytes = new ByteArrayOutputStream((page == null ? 0 : page.length) + 64);
    var out = new DataOutputStream(bytes);
    each(
        page,
        (id, kept) -> {
          if (!id.equals(productId)) {
            write(id, kept, out);
          }
        });
    if (!ware.unknown()) {
      write(productId, ware, out);
    }
    return bytes.toByteArray();
  }

  private static void write(String productId, Ware ware, DataOutputStream out) {
    try {
      Wire.writeText(out, productId);
      Wire.writeText(out, ware.category());
      Wire.writeText(out, ware.cycle() == null ? null : ware.cycle().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a page; null for an empty one. */
  public static void each(byte[] page, BiConsumer<String, Ware> products) {
    var bytes = new ByteArrayInputStream(page == null ? EMPTY : page);
    var in = new DataInputStream(bytes);
    try {
      while (bytes.available() > 0) {
        var productId = Wire.readText(in);
        var category = Wire.readSharedText(in);
        var cycle = Wire.readSharedText(in);
        products.accept(productId, new Ware(category, cycle == null ? null : Period.parse(cycle)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
