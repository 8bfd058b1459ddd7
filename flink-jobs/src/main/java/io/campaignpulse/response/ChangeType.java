package io.campaignpulse.response;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Lines;
import io.campaignpulse.response.core.Share;
import io.campaignpulse.response.core.Trace;
import io.campaignpulse.response.core.Traces;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How changes travel where they do: mostly they are added up where they are made. */
public final class ChangeType {
  private ChangeType() {}

  private static final class ChangeForm implements Form<Change> {
    private static final ChangeForm INSTANCE = new ChangeForm();
    private static final Figure[] FIGURES = Figure.values();
    private static final Touch.Kind[] KINDS = Touch.Kind.values();
    private static final Act[] ACTS = Act.values();

    @Override
    public Class<Change> type() {
      return Change.class;
    }

    @Override
    public void write(Change change, DataOutput out) throws IOException {
      Wire.writeText(out, change.campaignId());
      Wire.writeText(out, change.group().channel());
      Wire.writeText(out, change.group().variant());
      Wire.writeText(out, change.group().segment());
      Wire.writeText(out, change.group().tier());
      var lines = change.lines();
      Wire.writeLong(out, lines.size());
      for (int line = 0; line < lines.size(); line++) {
        out.writeByte(lines.figure(line).ordinal());
        out.writeLong(lines.minute(line));
        out.writeLong(lines.amount(line));
      }
      Wire.writeText(out, change.traces().customer());
      write(change.traces().came(), out);
      write(change.traces().gone(), out);
    }

    private static void write(List<Trace> traces, DataOutput out) throws IOException {
      Wire.writeLong(out, traces.size());
      for (var trace : traces) {
        Wire.writeText(out, trace.eventId());
        out.writeLong(trace.at());
        out.writeByte(trace.kind().ordinal());
        out.writeBoolean(trace.direct());
        out.writeByte(trace.act() == null ? -1 : trace.act().ordinal());
        Wire.writeText(out, trace.channel());
        out.writeLong(trace.amountMinor());
      }
    }

    @Override
    public Change read(DataInput in) throws IOException {
      var campaignId = Wire.readSharedText(in);
      var group =
          new Share.Group(
              Wire.readSharedText(in),
              Wire.readSharedText(in),
              Wire.readSharedText(in),
              Wire.readSharedText(in));
      var lines = new Lines();
      int size = Wire.readInt(in);
      for (int line = 0; line < size; line++) {
        lines.add(FIGURES[in.readByte()], in.readLong(), in.readLong());
      }
      var traces = new Traces(Wire.readText(in), readTraces(in), readTraces(in));
      return new Change(campaignId, group, lines, traces);
    }

    private static List<Trace> readTraces(DataInput in) throws IOException {
      int size = Wire.readInt(in);
      var traces = new ArrayList<Trace>(size);
      for (int n = 0; n < size; n++) {
        traces.add(
            new Trace(
                Wire.readText(in),
                in.readLong(),
                KINDS[in.readByte()],
                in.readBoolean(),
                act(in.readByte()),
                Wire.readSharedText(in),
                in.readLong()));
      }
      return traces;
    }

    private static Act act(int place) {
      return place < 0 ? null : ACTS[place];
    }
  }

  /** Serialises changes. */
  public static final class Serializer extends FormSerializer<Change> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Change> form() {
      return ChangeForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Change> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that changes were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Change> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
