package io.campaignpulse.response;

import io.campaignpulse.events.views.Tally;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How campaigns' totals are kept. */
final class TotalsType {
  private TotalsType() {}

  private static final class TotalsForm implements Form<CampaignTotals> {
    private static final TotalsForm INSTANCE = new TotalsForm();

    @Override
    public Class<CampaignTotals> type() {
      return CampaignTotals.class;
    }

    @Override
    public CampaignTotals copy(CampaignTotals totals) {
      return totals.copy();
    }

    @Override
    public void write(CampaignTotals sum, DataOutput out) throws IOException {
      Wire.writeLong(out, sum.version());
      out.writeBoolean(sum.newestMinute() != null);
      if (sum.newestMinute() != null) {
        Wire.writeLong(out, sum.newestMinute());
      }
      TallyType.write(sum.totals(), out);
      for (var rows : sum.breakdowns()) {
        Wire.writeLong(out, rows.size());
        for (var row : rows.entrySet()) {
          Wire.writeText(out, row.getKey());
          TallyType.write(row.getValue(), out);
        }
      }
      Wire.writeLong(out, sum.unserved().size());
      for (long minute : sum.unserved()) {
        Wire.writeLong(out, minute);
      }
    }

    @Override
    public CampaignTotals read(DataInput in) throws IOException {
      return new CampaignTotals(
          Wire.readLong(in),
          in.readBoolean() ? Wire.readLong(in) : null,
          TallyType.read(in),
          readBreakdowns(in),
          readMinutes(in));
    }

    private static List<Map<String, Tally>> readBreakdowns(DataInput in) throws IOException {
      var breakdowns = new ArrayList<Map<String, Tally>>(CampaignTotals.BREAKDOWNS);
      for (int breakdown = 0; breakdown < CampaignTotals.BREAKDOWNS; breakdown++) {
        var rows = new HashMap<String, Tally>();
        for (int left = Wire.readInt(in); left > 0; left--) {
          rows.put(Wire.readSharedText(in), TallyType.read(in));
        }
        breakdowns.add(rows);
      }
      return breakdowns;
    }

    private static Set<Long> readMinutes(DataInput in) throws IOException {
      var minutes = new HashSet<Long>();
      for (int left = Wire.readInt(in); left > 0; left--) {
        minutes.add(Wire.readLong(in));
      }
      return minutes;
    }
  }

  /** Serialises totals. */
  public static final class Serializer extends FormSerializer<CampaignTotals> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<CampaignTotals> form() {
      return TotalsForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<CampaignTotals> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that totals were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<CampaignTotals> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
