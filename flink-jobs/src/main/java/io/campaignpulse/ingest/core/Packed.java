package io.campaignpulse.ingest.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.wire.SharedTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes touches into an array of bytes, without where they came from and how their customer was
 * found, and reads them again. Numbers take seven bits a byte, lowest first; a text is the length
 * of its UTF-8 bytes plus one, and these; 0 stands for no text.
 */
final class Packed {
  private static final Touch.Kind[] KINDS = Touch.Kind.values();
  private static final Touch.Status[] STATUSES = Touch.Status.values();
  private static final Act[] ACTS = Act.values();

  /** More than the numbers of one touch and the lengths of its texts can take. */
  private static final int NUMBERS = 90;

  /** The same of one item. */
  private static final int ITEM_NUMBERS = 20;

  /** What the first byte of a touch tells beside its kind. */
  private static final int SAME_ID = 1;

  private static final int TRADES = 2;
  private static final int KIND = 2;

  /** The most UTF-8 bytes a character takes. */
  private static final int WIDEST = 3;

  private final byte[] bytes;
  private int at;

  Packed(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** How many bytes a touch takes at most. */
  static int most(Touch touch) {
    return NUMBERS
        + WIDEST
            * (length(touch.eventId())
                + length(touch.unitId())
                + length(touch.campaignId())
                + length(touch.variant())
                + length(touch.channel())
                + length(touch.code())
                + length(touch.dialled())
                + length(touch.queue())
                + length(touch.agentId()))
        + (touch.trade() == null ? 0 : most(touch.trade()));
  }

  private static int most(Trade trade) {
    int most = NUMBERS + WIDEST * (length(trade.decisionId()) + length(trade.offerId()));
    for (var item : trade.items()) {
      most += ITEM_NUMBERS + WIDEST * (length(item.productId()) + length(item.category()));
    }
    return most;
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  /** Writes a touch and returns where it ends. */
  int write(Touch touch) {
    var sameId = touch.eventId().equals(touch.unitId());
    int trades = touch.trade() == null ? 0 : TRADES;
    bytes[at++] = (byte) (touch.kind().ordinal() << KIND | trades | (sameId ? SAME_ID : 0));
    bytes[at++] = (byte) (touch.status() == null ? -1 : touch.status().ordinal());
    bytes[at++] = (byte) (touch.act() == null ? -1 : touch.act().ordinal());
    number(touch.at());
    number(touch.amountMinor());
    text(touch.eventId());
    if (!sameId) {
      text(touch.unitId());
    }
    text(touch.campaignId());
    text(touch.variant());
    text(touch.channel());
    text(touch.code());
    text(touch.dialled());
    text(touch.queue());
    text(touch.agentId());
    if (trades != 0) {
      write(touch.trade());
    }
    return at;
  }

  private void write(Trade trade) {
    number(trade.items().size());
    for (var item : trade.items()) {
      text(item.productId());
      text(item.category());
      number(item.quantity());
    }
    text(trade.decisionId());
    text(trade.offerId());
  }

  private Trade trade() {
    int size = (int) number();
    var items = new ArrayList<Trade.Item>(size);
    for (int i = 0; i < size; i++) {
      items.add(new Trade.Item(shared(), shared(), number()));
    }
    return new Trade(items, own(), shared());
  }

  Touch read() {
    int first = bytes[at++];
    int status = bytes[at++];
    int act = bytes[at++];
    long time = number();
    long amountMinor = number();
    var eventId = own();
    return new Touch(
        eventId,
        KINDS[first >> KIND],
        null,
        time,
        null,
        List.of(),
        (first & SAME_ID) != 0 ? eventId : own(),
        shared(),
        shared(),
        shared(),
        status < 0 ? null : STATUSES[status],
        shared(),
        shared(),
        amountMinor,
        act < 0 ? null : ACTS[act],
        shared(),
        shared(),
        (first & TRADES) != 0 ? trade() : null);
  }

  /** What the touch is that begins here. */
  Touch.Kind kind() {
    return KINDS[bytes[at] >> KIND];
  }

  /** Reads of a touch only what it is, when it was, and its amount. */
  void glance(Page.Glance glance) {
    var kind = kind();
    at += 3;
    glance.at(kind, number(), number());
  }

  private void number(long value) {
    var rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  private long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private void text(String text) {
    if (text == null) {
      bytes[at++] = 0;
      return;
    }
    int length = text.length();
    int begin = at;
    number(length + 1L);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        at = begin;
        encoded(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[at++] = (byte) c;
    }
  }

  private void encoded(byte[] utf8) {
    number(utf8.length + 1L);
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    at += utf8.length;
  }

  /** Reads a text that few touches have. */
  private String own() {
    int length = (int) number() - 1;
    int begin = at;
    at += Math.max(length, 0);
    return length < 0 ? null : new String(bytes, begin, length, StandardCharsets.UTF_8);
  }

  /** Reads a text of which there are few: the same one is the same object. */
  private String shared() {
    int length = (int) number() - 1;
    int begin = at;
    at += Math.max(length, 0);
    return length < 0 ? null : SharedTexts.ofThread().of(bytes, begin, length);
  }
}
