package io.campaignpulse.response;

import io.campaignpulse.response.core.Settled;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How what is left of older events is kept. */
final class SettledForm {
  private SettledForm() {}

  static void write(Settled settled, DataOutput out) throws IOException {
    writeFirst(settled.first(), out);
    writeFirst(settled.firstTreatment(), out);
    out.writeLong(settled.respondedAt());
    out.writeLong(settled.directAt());
    out.writeLong(settled.convertedAt());
    out.writeBoolean(settled.reacted());
    out.writeBoolean(settled.bought());
    Wire.writeLong(out, settled.spendMinor());
    TallyType.write(settled.additive(), out);
  }

  static Settled read(DataInput in) throws IOException {
    return new Settled(
        readFirst(in),
        readFirst(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readBoolean(),
        in.readBoolean(),
        Wire.readLong(in),
        TallyType.read(in));
  }

  private static void writeFirst(Settled.FirstContact first, DataOutput out) throws IOException {
    Wire.writeText(out, first == null ? null : first.contactId());
    if (first != null) {
      out.writeLong(first.at());
      Wire.writeText(out, first.channel());
      Wire.writeText(out, first.variant());
    }
  }

  private static Settled.FirstContact readFirst(DataInput in) throws IOException {
    var contactId = Wire.readText(in);
    return contactId == null
        ? null
        : new Settled.FirstContact(in.readLong(), contactId, Wire.readText(in), Wire.readText(in));
  }
}
