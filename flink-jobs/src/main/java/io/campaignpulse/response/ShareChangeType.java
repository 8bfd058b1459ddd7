package io.campaignpulse.response;

import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.response.core.ShareChange.CellChange;
import io.campaignpulse.response.core.ShareChange.GroupChange;
import io.campaignpulse.response.core.ShareChange.MinuteChange;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How changes that were added up travel to where campaigns are summed. */
final class ShareChangeType {
  private ShareChangeType() {}

  private static final class ShareChangeForm implements Form<ShareChange> {
    private static final ShareChangeForm INSTANCE = new ShareChangeForm();

    @Override
    public Class<ShareChange> type() {
      return ShareChange.class;
    }

    @Override
    public void write(ShareChange change, DataOutput out) throws IOException {
      Wire.writeText(out, change.campaignId());
      Wire.writeLong(out, change.groups().size());
      for (var group : change.groups()) {
        Wire.writeText(out, group.channel());
        Wire.writeText(out, group.variant());
        Wire.writeText(out, group.segment());
        Wire.writeText(out, group.tier());
        TallyType.write(group.tally(), out);
      }
      Wire.writeLong(out, change.minutes().size());
      for (var minute : change.minutes()) {
        Wire.writeLong(out, minute.minute());
        TallyType.write(minute.tally(), out);
      }
      Wire.writeLong(out, change.cells().size());
      for (var cell : change.cells()) {
        Wire.writeText(out, cell.channel());
        Wire.writeText(out, cell.segment());
        TallyType.write(cell.tally(), out);
        CellTypes.write(cell.gone(), out);
        CellTypes.write(cell.came(), out);
      }
    }

    @Override
    public ShareChange read(DataInput in) throws IOException {
      return new ShareChange(
          Wire.readSharedText(in), readGroups(in), readMinutes(in), readCells(in));
    }

    private static List<GroupChange> readGroups(DataInput in) throws IOException {
      int size = Wire.readInt(in);
      var groups = new ArrayList<GroupChange>(size);
      for (int n = 0; n < size; n++) {
        groups.add(
            new GroupChange(
                Wire.readSharedText(in),
                Wire.readSharedText(in),
                Wire.readSharedText(in),
                Wire.readSharedText(in),
                TallyType.read(in)));
      }
      return groups;
    }

    private static List<MinuteChange> readMinutes(DataInput in) throws IOException {
      int size = Wire.readInt(in);
      var minutes = new ArrayList<MinuteChange>(size);
      for (int n = 0; n < size; n++) {
        minutes.add(new MinuteChange(Wire.readLong(in), TallyType.read(in)));
      }
      return minutes;
    }

    private static List<CellChange> readCells(DataInput in) throws IOException {
      int size = Wire.readInt(in);
      var cells = new ArrayList<CellChange>(size);
      for (int n = 0; n < size; n++) {
        cells.add(
            new CellChange(
                Wire.readSharedText(in),
                Wire.readSharedText(in),
                TallyType.read(in),
                CellTypes.readEntries(in),
                CellTypes.readEntries(in)));
      }
      return cells;
    }
  }

  /** Serialises changes that were added up. */
  public static final class Serializer extends FormSerializer<ShareChange> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<ShareChange> form() {
      return ShareChangeForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<ShareChange> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that changes that were added up were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<ShareChange> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
