package io.campaignpulse.ingest;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;

/** Writes touches field by field, in their order; the origin may be absent. */
public final class TouchForm implements Form<Touch> {
  public static final TouchForm INSTANCE = new TouchForm();

  private static final Touch.Kind[] KINDS = Touch.Kind.values();
  private static final Touch.Status[] STATUSES = Touch.Status.values();
  private static final Act[] ACTS = Act.values();

  private TouchForm() {}

  @Override
  public Class<Touch> type() {
    return Touch.class;
  }

  @Override
  public void write(Touch touch, DataOutput out) throws IOException {
    Wire.writeText(out, touch.eventId());
    out.writeByte(touch.kind().ordinal());
    writeOrigin(touch.origin(), out);
    out.writeLong(touch.at());
    Wire.writeText(out, touch.customerId());
    Wire.writeTexts(out, touch.identities());
    Wire.writeText(out, touch.unitId());
    Wire.writeText(out, touch.campaignId());
    Wire.writeText(out, touch.variant());
    Wire.writeText(out, touch.channel());
    out.writeByte(touch.status() == null ? -1 : touch.status().ordinal());
    Wire.writeText(out, touch.code());
    Wire.writeText(out, touch.dialled());
    Wire.writeLong(out, touch.amountMinor());
    out.writeByte(touch.act() == null ? -1 : touch.act().ordinal());
    Wire.writeText(out, touch.queue());
    Wire.writeText(out, touch.agentId());
    writeTrade(touch.trade(), out);
  }

  /** The number of items plus one, and these; 0 stands for no trade. */
  private static void writeTrade(Trade trade, DataOutput out) throws IOException {
    if (trade == null) {
      out.writeByte(0);
      return;
    }
    Wire.writeLong(out, trade.items().size() + 1L);
    for (var item : trade.items()) {
      Wire.writeText(out, item.productId());
      Wire.writeText(out, item.category());
      Wire.writeLong(out, item.quantity());
    }
    Wire.writeText(out, trade.decisionId());
    Wire.writeText(out, trade.offerId());
  }

  private static Trade readTrade(DataInput in) throws IOException {
    int size = Wire.readInt(in) - 1;
    if (size < 0) {
      return null;
    }
    var items = new ArrayList<Trade.Item>(size);
    for (int i = 0; i < size; i++) {
      items.add(
          new Trade.Item(Wire.readSharedText(in), Wire.readSharedText(in), Wire.readLong(in)));
    }
    return new Trade(items, Wire.readText(in), Wire.readSharedText(in));
  }

  @Override
  public Touch read(DataInput in) throws IOException {
    return new Touch(
        Wire.readText(in),
        KINDS[in.readByte()],
        readOrigin(in),
        in.readLong(),
        Wire.readText(in),
        Wire.readTexts(in),
        Wire.readText(in),
        Wire.readSharedText(in),
        Wire.readSharedText(in),
        Wire.readSharedText(in),
        readStatus(in),
        Wire.readSharedText(in),
        Wire.readSharedText(in),
        Wire.readLong(in),
        readAct(in),
        Wire.readSharedText(in),
        Wire.readSharedText(in),
        readTrade(in));
  }

  private static void writeOrigin(Touch.Origin origin, DataOutput out) throws IOException {
    Wire.writeText(out, origin == null ? null : origin.topic());
    if (origin != null) {
      Wire.writeLong(out, origin.partition());
      Wire.writeLong(out, origin.offset());
    }
  }

  private static Touch.Origin readOrigin(DataInput in) throws IOException {
    var topic = Wire.readSharedText(in);
    return topic == null ? null : new Touch.Origin(topic, Wire.readInt(in), Wire.readLong(in));
  }

  private static Act readAct(DataInput in) throws IOException {
    int act = in.readByte();
    return act < 0 ? null : ACTS[act];
  }

  private static Touch.Status readStatus(DataInput in) throws IOException {
    int status = in.readByte();
    return status < 0 ? null : STATUSES[status];
  }
}
