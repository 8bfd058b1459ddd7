package io.campaignpulse.response;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How a campaign's cells, and what is newest in them, are kept. */
final class CellTypes {
  private static final Listing[] LISTINGS = Listing.values();
  private static final Act[] ACTS = Act.values();
  private static final int NONE = -1;

  private CellTypes() {}

  static void write(List<Entry> entries, DataOutput out) throws IOException {
    Wire.writeLong(out, entries.size());
    for (var entry : entries) {
      Wire.writeText(out, entry.eventId());
      out.writeLong(entry.at());
      Wire.writeText(out, entry.kind());
      Wire.writeText(out, entry.customerId());
      out.writeBoolean(entry.direct());
      out.writeByte(entry.act() == null ? NONE : entry.act().ordinal());
      Wire.writeText(out, entry.channel());
      Wire.writeLong(out, entry.amountMinor());
    }
  }

  static List<Entry> readEntries(DataInput in) throws IOException {
    int size = Wire.readInt(in);
    var entries = new ArrayList<Entry>(size);
    for (int n = 0; n < size; n++) {
      entries.add(
          new Entry(
              Wire.readText(in),
              in.readLong(),
              Wire.readSharedText(in),
              Wire.readText(in),
              in.readBoolean(),
              act(in.readByte()),
              Wire.readSharedText(in),
              Wire.readLong(in)));
    }
    return entries;
  }

  private static Act act(int place) {
    return place == NONE ? null : ACTS[place];
  }

  private static final class CellForm implements Form<CellFigures> {
    private static final CellForm INSTANCE = new CellForm();

    @Override
    public Class<CellFigures> type() {
      return CellFigures.class;
    }

    @Override
    public CellFigures copy(CellFigures cell) {
      return new CellFigures(cell.channel(), cell.segment(), cell.figures().copy());
    }

    @Override
    public void write(CellFigures cell, DataOutput out) throws IOException {
      Wire.writeText(out, cell.channel());
      Wire.writeText(out, cell.segment());
      TallyType.write(cell.figures(), out);
    }

    @Override
    public CellFigures read(DataInput in) throws IOException {
      return new CellFigures(Wire.readSharedText(in), Wire.readSharedText(in), TallyType.read(in));
    }
  }

  private static final class NewestForm implements Form<NewestInteractions> {
    private static final NewestForm INSTANCE = new NewestForm();

    @Override
    public Class<NewestInteractions> type() {
      return NewestInteractions.class;
    }

    @Override
    public void write(NewestInteractions newest, DataOutput out) throws IOException {
      Wire.writeText(out, newest.channel());
      Wire.writeText(out, newest.segment());
      out.writeByte(newest.listing().ordinal());
      CellTypes.write(newest.entries(), out);
    }

    @Override
    public NewestInteractions read(DataInput in) throws IOException {
      return new NewestInteractions(
          Wire.readSharedText(in),
          Wire.readSharedText(in),
          LISTINGS[in.readByte()],
          readEntries(in));
    }
  }

  /** Serialises cells. */
  public static final class CellSerializer extends FormSerializer<CellFigures> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<CellFigures> form() {
      return CellForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<CellFigures> snapshotConfiguration() {
      return new CellSnapshot();
    }
  }

  /** Remembers that cells were serialised so. */
  public static final class CellSnapshot extends FormSerializer.Remembered<CellFigures> {
    public CellSnapshot() {
      super(CellSerializer.class);
    }
  }

  /** Serialises what is newest. */
  public static final class NewestSerializer extends FormSerializer<NewestInteractions> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<NewestInteractions> form() {
      return NewestForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<NewestInteractions> snapshotConfiguration() {
      return new NewestSnapshot();
    }
  }

  /** Remembers that what is newest was serialised so. */
  public static final class NewestSnapshot extends FormSerializer.Remembered<NewestInteractions> {
    public NewestSnapshot() {
      super(NewestSerializer.class);
    }
  }
}
