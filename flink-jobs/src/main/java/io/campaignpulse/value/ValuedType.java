package io.campaignpulse.value;

import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.value.core.Goods.Owned;
import io.campaignpulse.value.core.Purchases;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How valued customers are kept. */
public final class ValuedType {
  /** Changes with what is written, as does the version of all state: another one is refused. */
  private static final int VERSION = 3;

  private ValuedType() {}

  private static final class ValuedForm implements Form<Valued> {
    private static final ValuedForm INSTANCE = new ValuedForm();

    @Override
    public Class<Valued> type() {
      return Valued.class;
    }

    @Override
    public Valued copy(Valued valued) {
      return valued.copy();
    }

    @Override
    public void write(Valued valued, DataOutput out) throws IOException {
      out.writeByte(VERSION);
      valued.purchases.page().write(out);
      var settled = valued.purchases.settled();
      Wire.writeLong(out, settled.size());
      for (var day : settled.entrySet()) {
        Wire.writeLong(out, day.getKey());
        Wire.writeLong(out, day.getValue());
      }
      writeGoods(valued.purchases.settledGoods().values(), out);
      Wire.writeText(out, valued.tier);
      out.writeLong(valued.toldDay);
      out.writeDouble(valued.toldWorth);
      Wire.writeLong(out, valued.toldPurchaseDays);
      out.writeLong(valued.reviewAt);
    }

    @Override
    public Valued read(DataInput in) throws IOException {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("a customer's value of version " + version + ", not known here");
      }
      var purchases = new Purchases(Page.read(in), readSettled(in), readGoods(in));
      return new Valued(
          purchases,
          Wire.readSharedText(in),
          in.readLong(),
          in.readDouble(),
          Wire.readInt(in),
          in.readLong());
    }

    private static void writeGoods(Collection<Owned> goods, DataOutput out) throws IOException {
      Wire.writeLong(out, goods.size());
      for (var owned : goods) {
        Wire.writeText(out, owned.productId());
        Wire.writeText(out, owned.category());
        out.writeLong(owned.lastBoughtAt());
      }
    }

    private static SortedMap<String, Owned> readGoods(DataInput in) throws IOException {
      int size = Wire.readInt(in);
      var goods = new TreeMap<String, Owned>();
      for (int i = 0; i < size; i++) {
        var productId = Wire.readSharedText(in);
        goods.put(productId, new Owned(productId, Wire.readSharedText(in), in.readLong()));
      }
      return goods;
    }

    private static SortedMap<Long, Long> readSettled(DataInput in) throws IOException {
      int size = Wire.readInt(in);
      var settled = new TreeMap<Long, Long>();
      for (int i = 0; i < size; i++) {
        settled.put(Wire.readLong(in), Wire.readLong(in));
      }
      return settled;
    }
  }

  /** Serialises valued customers. */
  public static final class Serializer extends FormSerializer<Valued> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Valued> form() {
      return ValuedForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Valued> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that valued customers were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Valued> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
