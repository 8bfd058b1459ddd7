package io.campaignpulse.offers;

import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.offers.Offered.Bought;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How is kept what is kept of customers for offers. */
public final class OfferedType {
  /** Changes with what is written, as does the version of all state: another one is refused. */
  private static final int VERSION = 2;

  private OfferedType() {}

  private static final class OfferedForm implements Form<Offered> {
    private static final OfferedForm INSTANCE = new OfferedForm();
    private static final Trigger.Kind[] KINDS = Trigger.Kind.values();

    @Override
    public Class<Offered> type() {
      return Offered.class;
    }

    @Override
    public Offered copy(Offered offered) {
      return offered.copy();
    }

    @Override
    public void write(Offered offered, DataOutput out) throws IOException {
      out.writeByte(VERSION);
      Wire.writeLong(out, offered.pending().size());
      for (var pending : offered.pending()) {
        write(pending.moment(), out);
        out.writeLong(pending.dueAt());
      }
      out.writeLong(offered.chanceAt());
      out.writeBoolean(offered.silent());
      write(offered.told(), out);
      write(offered.forgotten(), out);
    }

    private static void write(Bought bought, DataOutput out) throws IOException {
      out.writeBoolean(bought.any());
      out.writeLong(bought.spend());
    }

    private static void write(Trigger moment, DataOutput out) throws IOException {
      out.writeByte(moment.kind().ordinal());
      Wire.writeText(out, moment.eventId());
      out.writeLong(moment.at());
      Wire.writeText(out, moment.unitId());
      Wire.writeText(out, moment.channel());
      Wire.writeTexts(out, moment.about());
    }

    @Override
    public Offered read(DataInput in) throws IOException {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("a customer's offers of version " + version + ", not known here");
      }
      int size = Wire.readInt(in);
      var pending = new ArrayList<Offered.Pending>(size);
      for (int i = 0; i < size; i++) {
        pending.add(new Offered.Pending(readMoment(in), in.readLong()));
      }
      return new Offered(pending, in.readLong(), in.readBoolean(), readBought(in), readBought(in));
    }

    private static Bought readBought(DataInput in) throws IOException {
      return new Bought(in.readBoolean(), in.readLong());
    }

    private static Trigger readMoment(DataInput in) throws IOException {
      return new Trigger(
          KINDS[in.readByte()],
          Wire.readText(in),
          in.readLong(),
          Wire.readText(in),
          Wire.readSharedText(in),
          Wire.readSharedTexts(in));
    }
  }

  /** Serialises what is kept of customers for offers. */
  public static final class Serializer extends FormSerializer<Offered> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Offered> form() {
      return OfferedForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Offered> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that it was serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Offered> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
