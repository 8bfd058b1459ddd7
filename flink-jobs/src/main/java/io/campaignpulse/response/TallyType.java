package io.campaignpulse.response;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * How tallies are written: which figures are not zero, a bit each, and these. Most of a tally is
 * zero. Figures are appended to only, so a later version reads what this one wrote.
 */
final class TallyType {
  private TallyType() {}

  static void write(Tally tally, DataOutput out) throws IOException {
    var values = tally.values();
    long present = 0;
    for (int place = 0; place < values.length; place++) {
      present |= values[place] == 0 ? 0 : 1L << place;
    }
    Wire.writeLong(out, present);
    for (long rest = present; rest != 0; rest &= rest - 1) {
      Wire.writeLong(out, values[Long.numberOfTrailingZeros(rest)]);
    }
  }

  static Tally read(DataInput in) throws IOException {
    var tally = new Tally();
    var values = tally.values();
    for (long rest = Wire.readLong(in); rest != 0; rest &= rest - 1) {
      values[Long.numberOfTrailingZeros(rest)] = Wire.readLong(in);
    }
    return tally;
  }

  private static final class TallyForm implements Form<Tally> {
    private static final TallyForm INSTANCE = new TallyForm();

    static {
      if (Figure.values().length > Long.SIZE) {
        throw new IllegalStateException("more figures than bits that say which are there");
      }
    }

    @Override
    public Class<Tally> type() {
      return Tally.class;
    }

    @Override
    public Tally copy(Tally tally) {
      return tally.copy();
    }

    @Override
    public void write(Tally tally, DataOutput out) throws IOException {
      TallyType.write(tally, out);
    }

    @Override
    public Tally read(DataInput in) throws IOException {
      return TallyType.read(in);
    }
  }

  /** Serialises tallies. */
  public static final class Serializer extends FormSerializer<Tally> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Tally> form() {
      return TallyForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Tally> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that tallies were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Tally> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
