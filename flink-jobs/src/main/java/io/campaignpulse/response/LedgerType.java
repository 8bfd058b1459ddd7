package io.campaignpulse.response;

import io.campaignpulse.ingest.ProfileForm;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.response.core.Membership;
import io.campaignpulse.response.core.Settled;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How ledgers are kept. */
public final class LedgerType {
  /** Changes with what is written, as does the version of all state: another one is refused. */
  private static final int VERSION = 7;

  private LedgerType() {}

  private static final class LedgerForm implements Form<Ledger> {
    private static final LedgerForm INSTANCE = new LedgerForm();

    @Override
    public Class<Ledger> type() {
      return Ledger.class;
    }

    @Override
    public Ledger copy(Ledger ledger) {
      return ledger.copy();
    }

    @Override
    public void write(Ledger ledger, DataOutput out) throws IOException {
      out.writeByte(VERSION);
      ledger.page().write(out);
      Wire.writeLong(out, ledger.settled().size());
      for (var entry : ledger.settled().entrySet()) {
        Wire.writeText(out, entry.getKey());
        SettledForm.write(entry.getValue(), out);
      }
      Wire.writeText(out, ledger.membership().tier());
      ProfileForm.write(ledger.membership().profile(), out);
      out.writeLong(ledger.reviewAt());
    }

    @Override
    public Ledger read(DataInput in) throws IOException {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("a ledger of version " + version + ", which is not known here");
      }
      var ledger = new Ledger(Page.read(in), readSettled(in), readMembership(in));
      ledger.reviewAt(in.readLong());
      return ledger;
    }

    private static Membership readMembership(DataInput in) throws IOException {
      return new Membership(Wire.readSharedText(in), ProfileForm.read(in));
    }

    private static Map<String, Settled> readSettled(DataInput in) throws IOException {
      int size = Wire.readInt(in);
      var settled = new HashMap<String, Settled>();
      for (int i = 0; i < size; i++) {
        settled.put(Wire.readText(in), SettledForm.read(in));
      }
      return settled;
    }
  }

  /** Serialises ledgers. */
  public static final class Serializer extends FormSerializer<Ledger> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Ledger> form() {
      return LedgerForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Ledger> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that ledgers were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Ledger> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
